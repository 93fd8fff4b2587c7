package io.flamemark.cli;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Ten dark pictures with a bright square each: six to train on, three to validate, one to test. */
public final class SmallProject {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 40;

    private SmallProject() {}

    public static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<ImageEntry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String split = i < 6 ? "train" : i < 9 ? "val" : "test";
            String name = split + "-" + i + ".png";
            ImageEncoder.write(picture(), folder.resolve(name), 1);
            Shape square = new Shape.Polygon(Polygon.of(10, 10, 30, 10, 30, 30, 10, 30));
            entries.add(new ImageEntry(
                    new ImageId(name),
                    name,
                    Files.size(folder.resolve(name)),
                    List.of(new Region(new RegionId(i), square, Map.of())),
                    Map.of("split", new AttributeValue.Text(split))));
        }
        Project project = new Project("small", entries, AttributeSchema.empty(), "");
        return ProjectFile.create(folder.resolve("via_project.json"), project).path();
    }

    private static RgbImage picture() {
        int[] rgb = new int[WIDTH * HEIGHT];
        Arrays.fill(rgb, 0x202830);
        for (int y = 10; y < 30; y++) {
            Arrays.fill(rgb, y * WIDTH + 10, y * WIDTH + 30, 0xf0a020);
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }
}
