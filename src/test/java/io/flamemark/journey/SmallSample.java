package io.flamemark.journey;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A few images of the sample that comes with the program, as a project of their own: those with the largest fires. */
final class SmallSample {

    private static final Path SAMPLE = Path.of("sample-data", "via_project.json");

    private SmallSample() {}

    /** Three images to train on and one to validate, in the given folder; returns the project file. */
    static Path in(Path folder) throws IOException {
        ProjectFile sample = ProjectFile.open(SAMPLE);
        Project whole = sample.project();
        List<ImageEntry> images = Stream.concat(largest(whole, "train", 3), largest(whole, "val", 1))
                .toList();
        Files.createDirectories(folder);
        for (ImageEntry image : images) {
            Files.copy(SAMPLE.resolveSibling(image.filename()), folder.resolve(image.filename()));
        }
        return sample.saveAs(folder.resolve("via_project.json"), whole.withImages(images))
                .path();
    }

    private static Stream<ImageEntry> largest(Project project, String split, int count) {
        return project.images().stream()
                .filter(image -> SplitAttribute.of(image).filter(split::equals).isPresent())
                .sorted(Comparator.comparingDouble(SmallSample::burning).reversed())
                .limit(count);
    }

    private static double burning(ImageEntry image) {
        return image.regions().stream()
                .map(Region::shape)
                .flatMap(shape -> ShapeOutline.polygonOf(shape).stream())
                .mapToDouble(Polygon::area)
                .sum();
    }
}
