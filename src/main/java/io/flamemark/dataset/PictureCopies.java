package io.flamemark.dataset;

import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For those who take image files as they are, detectors above all: files whose usual picture is that of a sample. Where
 * the project means another page, or the picture as it is stored, that is a lossless copy, which goes with the program.
 * Thread-safe.
 */
public final class PictureCopies {

    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<Picture, Path> copies = new HashMap<>();
    private Path folder;

    private record Picture(Path file, Rendering rendering) {}

    /** The file of a sample's picture. */
    public synchronized Path fileOf(Sample sample) throws IOException {
        Path file = sample.image();
        if (sample.page() == 0 && (sample.isUpright() || !decoder.isTurned(file))) {
            return file;
        }
        Picture picture = new Picture(file, sample.rendering());
        Path known = copies.get(picture);
        if (known == null) {
            known = copy(picture);
            copies.put(picture, known);
        }
        return known;
    }

    /** The dataset with such files, each sample the usual picture of its own. */
    public Dataset of(Dataset dataset) throws IOException {
        return new Dataset(dataset.labels(), of(dataset.train()), of(dataset.validation()), of(dataset.test()));
    }

    private List<Sample> of(List<Sample> samples) throws IOException {
        List<Sample> usual = new ArrayList<>();
        for (Sample sample : samples) {
            usual.add(new Sample(sample.id(), fileOf(sample), sample.width(), sample.height(), sample.instances()));
        }
        return usual;
    }

    private Path copy(Picture picture) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("flamemark-pictures");
            folder.toFile().deleteOnExit();
        }
        Path own = Files.createDirectory(folder.resolve(Integer.toString(copies.size())));
        own.toFile().deleteOnExit();
        Path copy = own.resolve(picture.file().getFileName() + ".png");
        copy.toFile().deleteOnExit();
        ImageEncoder.write(decoder.decode(picture.file(), picture.rendering()), copy, ImageEncoder.USUAL_QUALITY);
        return copy;
    }
}
