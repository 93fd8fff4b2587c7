package io.flamemark.app.inspect;

import io.flamemark.dataset.Dataset;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Grey images that are nowhere but in memory. */
final class MemoryInspection implements InspectFiles {

    private static final int GREY = 0x404040;

    Dataset dataset = new Dataset(
            Scene.FIRE,
            List.of(Scene.sample("train", Scene.truth(5, 5, 30))),
            List.of(Scene.sample("val", Scene.truth(30, 30, 40))),
            List.of(Scene.sample("test", Scene.truth(10, 60, 20))));
    Path broken = Path.of("none");

    @Override
    public Dataset data() {
        return dataset;
    }

    @Override
    public List<RunSummary> runs() {
        return List.of();
    }

    @Override
    public RgbImage decode(Path image) throws IOException {
        if (image.equals(broken)) {
            throw new ImageReadException(image, "the file is cut off");
        }
        int[] pixels = new int[Scene.SIZE * Scene.SIZE];
        Arrays.fill(pixels, GREY);
        return new RgbImage(Scene.SIZE, Scene.SIZE, pixels);
    }

    @Override
    public RgbImage thumbnail(Path image, int side) throws IOException {
        return decode(image);
    }

    @Override
    public Mask firePixels(RgbImage image) {
        return Scene.square(1, 30, 30, 20).mask();
    }
}
