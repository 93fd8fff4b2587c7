package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.ProjectChecks;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.PictureFindings;
import io.flamemark.dataset.PictureHash;
import io.flamemark.dataset.PictureOf;
import io.flamemark.dataset.TrainingChecks;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Rendering;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that can be said about a project before training on it; every image is decoded to see that it can be. */
final class Inspection {

    private final ProjectFile file;
    private final ImageLocator locator;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<ImageEntry, Box> sizes = new HashMap<>();
    private final Map<String, PictureHash> hashes = new HashMap<>();
    private final List<Finding> pictures = new ArrayList<>();

    private Inspection(ProjectFile file, ImageLocator locator) {
        this.file = file;
        this.locator = locator;
    }

    /** @param seen told after each image */
    static List<Finding> of(ProjectFile file, ImageLocator locator, Consumer<ImageEntry> seen) {
        return new Inspection(file, locator).findings(seen);
    }

    private List<Finding> findings(Consumer<ImageEntry> seen) {
        Project project = file.project();
        for (ImageEntry entry : project.images()) {
            PictureFindings words = new PictureFindings(file.path(), entry);
            locator.find(entry.filename())
                    .ifPresentOrElse(image -> decode(entry, image, words), () -> pictures.add(words.notFound(locator)));
            seen.accept(entry);
        }
        List<Finding> all = new ArrayList<>(file.findings());
        all.addAll(
                ProjectChecks.images(project, file.path().toString(), entry -> Optional.ofNullable(sizes.get(entry))));
        all.addAll(pictures);
        all.addAll(training());
        return all;
    }

    /** What would spoil a training; of a project without a region nobody means to train yet. */
    private List<Finding> training() {
        if (file.project().regionCount() == 0) {
            return List.of();
        }
        Dataset dataset =
                new DatasetBuilder().build(file.project(), file.path(), locator).dataset();
        List<Finding> findings =
                new ArrayList<>(TrainingChecks.counts(dataset, file.path().toString()));
        findings.addAll(TrainingChecks.leaks(dataset, hashes, file.path().toString()));
        return findings;
    }

    private void decode(ImageEntry entry, Path image, PictureFindings words) {
        try {
            Rendering rendering = PictureOf.rendering(entry);
            RgbImage decoded = decoder.decode(image, rendering);
            sizes.put(entry, new Box(0, 0, decoded.width(), decoded.height()));
            hashes.put(entry.id().key(), PictureHash.of(decoded));
            ImageDecoder.Size size = new ImageDecoder.Size(decoded.width(), decoded.height());
            if (PictureOf.isOtherWayUp(entry, image, size, decoder)) {
                pictures.add(words.otherWayUp(rendering));
            }
        } catch (IOException e) {
            pictures.add(words.unreadable(e.getMessage()));
        }
    }
}
