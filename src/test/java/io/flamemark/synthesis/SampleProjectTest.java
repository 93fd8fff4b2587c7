package io.flamemark.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {

    @Test
    @DisplayName(
            "33 pictures are 20 to train on, 10 to validate and 3 to test, with some without fire in the first two")
    void planOfTheSample() {
        List<SamplePicture> pictures = SamplePlan.of(33, 1).pictures();

        Map<String, Long> bySplit =
                pictures.stream().collect(Collectors.groupingBy(SamplePicture::split, Collectors.counting()));
        assertEquals(Map.of("train", 20L, "val", 10L, "test", 3L), bySplit);
        assertTrue(withoutFire(pictures, "train") >= 2);
        assertTrue(withoutFire(pictures, "val") >= 1);
        assertEquals(
                33, pictures.stream().map(SamplePicture::fileName).distinct().count());
        assertEquals(
                3,
                pictures.stream().map(SampleProjectTest::extension).distinct().count());
    }

    @Test
    @DisplayName("the project names every file with its size, its split and a polygon a fire")
    void writesImagesAndProject(@TempDir Path folder) throws IOException {
        SamplePlan plan = SamplePlan.of(2, 2).withSize(96, 72);
        List<String> told = new ArrayList<>();
        Project project = SampleProject.write(plan, folder.resolve("a"), p -> told.add(p.fileName()));

        assertEquals(
                Set.copyOf(told),
                project.images().stream().map(ImageEntry::filename).collect(Collectors.toSet()));
        assertEquals(2, told.size());
        for (ImageEntry image : project.images()) {
            byte[] bytes = Files.readAllBytes(folder.resolve("a").resolve(image.filename()));
            assertEquals(bytes.length, image.size());
            assertEquals(image.filename() + image.size(), image.id().key());
            assertTrue(List.of("train", "val", "test")
                    .contains(image.attributes().get("split").display()));
            for (Region region : image.regions()) {
                assertEquals("fire", region.attributes().get("class").display());
                assertTrue(region.shape() instanceof Shape.Polygon);
            }
        }
        assertTrue(project.regionCount() >= 2, "regions: " + project.regionCount());
    }

    private static long withoutFire(List<SamplePicture> pictures, String split) {
        return pictures.stream()
                .filter(p -> p.split().equals(split) && p.spec().fires() == 0)
                .count();
    }

    private static String extension(SamplePicture picture) {
        return picture.fileName().substring(picture.fileName().lastIndexOf('.'));
    }
}
