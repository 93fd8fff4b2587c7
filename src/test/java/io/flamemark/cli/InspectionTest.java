package io.flamemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.format.ProjectFile;
import io.flamemark.imaging.ImageDecoderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of pictures; {@code turned.jpg} shows 32x16 pixels and is stored as 16x32. */
class InspectionTest {

    private static final Shape LOW = new Shape.Rectangle(2, 20, 8, 10);
    private static final Shape WIDE = new Shape.Rectangle(20, 2, 10, 8);

    @TempDir
    Path folder;

    @Test
    @DisplayName("outlines that fit only the other way up are warned of, with the menu that turns the picture")
    void otherWayUp() throws Exception {
        Map<String, AttributeValue> stored = Map.of(PictureAttributes.ORIENTATION, new AttributeValue.Text("ignored"));
        assertEquals(List.of(), turned(WIDE, Map.of()));
        assertEquals(List.of(), turned(LOW, stored));
        List<Finding> asStored = turned(LOW, Map.of());
        assertEquals(1, asStored.size(), asStored.toString());
        assertEquals(Finding.Severity.WARNING, asStored.get(0).severity());
        assertTrue(asStored.get(0).message().contains("View > Show images as stored"), asStored.toString());
        List<Finding> upright = turned(WIDE, stored);
        assertEquals(1, upright.size(), upright.toString());
        assertTrue(upright.get(0).message().contains("View > Turn images by their EXIF data"), upright.toString());
    }

    @Test
    @DisplayName("every image is told of once it was looked at, and each that cannot be used is named once")
    void unusable() throws Exception {
        Files.writeString(folder.resolve("prose.jpg"), "no picture");
        List<ImageEntry> images = List.of(
                image("turned.jpg", WIDE, Map.of()),
                image("prose.jpg", LOW, Map.of()),
                image("gone.jpg", LOW, Map.of()));
        List<String> seen = new ArrayList<>();
        List<Finding> findings = inspect(images, seen);
        assertEquals(List.of("turned.jpg", "prose.jpg", "gone.jpg"), seen);
        for (String code : List.of("image-unreadable", "image-missing")) {
            assertEquals(1, findings.stream().filter(f -> f.code().equals(code)).count(), findings.toString());
        }
    }

    private List<Finding> turned(Shape shape, Map<String, AttributeValue> attributes) throws Exception {
        return inspect(List.of(image("turned.jpg", shape, attributes)), new ArrayList<>()).stream()
                .filter(f -> f.code().equals("orientation-disagrees"))
                .toList();
    }

    private List<Finding> inspect(List<ImageEntry> images, List<String> seen) throws Exception {
        Path picture = folder.resolve("turned.jpg");
        if (Files.notExists(picture)) {
            Files.copy(ImageDecoderTest.fixture("orientation-6.jpg"), picture);
        }
        Project project = new Project("p", images, AttributeSchema.empty(), "");
        ProjectFile file = ProjectFile.create(folder.resolve("via_project.json"), project);
        return Inspection.of(file, new ImageLocator(file.path(), ""), entry -> seen.add(entry.filename()));
    }

    private static ImageEntry image(String name, Shape shape, Map<String, AttributeValue> attributes) {
        return new ImageEntry(
                new ImageId(name), name, 1, List.of(new Region(new RegionId(1), shape, Map.of())), attributes);
    }
}
