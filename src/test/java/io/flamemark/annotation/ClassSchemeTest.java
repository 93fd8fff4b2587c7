package io.flamemark.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassSchemeTest {

    private static final Attribute DROPDOWN =
            new Attribute(Type.DROPDOWN, "", List.of(new Option("fire", "")), List.of());

    @Test
    void aSchemeThatSurelyStaysTheSameDoes() {
        Random random = new Random(6);
        Project project = project(random);
        int kept = 0;
        for (int i = 0; i < 2_000; i++) {
            ClassScheme scheme = ClassScheme.of(project);
            ImageEntry image =
                    project.images().get(random.nextInt(project.images().size()));
            Project next = project.withImage(edited(image, random));
            if (!scheme.mayChange(project, next, Set.of(image.id()))) {
                assertEquals(scheme, ClassScheme.of(next));
                kept++;
            }
            project = next;
        }
        assertTrue(kept > 500, "seldom certain: " + kept);
    }

    @Test
    void anotherDefinitionMayChangeIt() {
        Project project = project(new Random(1));
        Project next = project.withSchema(AttributeSchema.empty());
        assertTrue(ClassScheme.of(project).mayChange(project, next, Set.of()));
    }

    @Test
    void aNumberWithoutQuotesNamesAClass() {
        Shape shape = new Shape.Circle(new Point(1, 1), 1);
        List<Region> regions = new ArrayList<>();
        for (String json : List.of("3", "-1.50", "null", "[3]")) {
            AttributeValue value = new AttributeValue.Verbatim(json);
            regions.add(new Region(new RegionId(regions.size()), shape, Map.of("class", value)));
        }
        ImageEntry image = new ImageEntry(new ImageId("i"), "i", 1, regions, Map.of());
        Project project = Project.empty("p")
                .withImages(List.of(image))
                .withSchema(new AttributeSchema(Map.of("class", DROPDOWN), Map.of()));
        ClassScheme scheme = ClassScheme.of(project);
        assertEquals(List.of("fire", "3", "-1.50"), scheme.classes());
        assertEquals(
                List.of("3", "-1.50", "fire", "fire"),
                regions.stream().map(scheme::classOf).toList());
        List<Finding> unknown = ProjectChecks.structure(project, "p.json").stream()
                .filter(f -> f.code().equals("class-unknown"))
                .toList();
        assertEquals(2, unknown.size());
        assertTrue(unknown.get(0).message().contains("is of the class \"3\""), unknown.toString());
    }

    private static Project project(Random random) {
        List<ImageEntry> images = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            images.add(edited(new ImageEntry(new ImageId("i" + i), "i" + i, 1, List.of(), Map.of()), random));
        }
        return Project.empty("p")
                .withImages(images)
                .withSchema(new AttributeSchema(Map.of("class", DROPDOWN), Map.of()));
    }

    private static ImageEntry edited(ImageEntry image, Random random) {
        List<Region> regions = new ArrayList<>(image.regions());
        if (regions.size() < 3 || random.nextInt(3) == 0) {
            Shape shape = new Shape.Circle(new Point(1, 1), 1);
            String name = random.nextBoolean() ? "fire" : "class " + random.nextInt(4);
            regions.add(new Region(new RegionId(random.nextLong()), shape, Map.of("class", new Text(name))));
        } else if (random.nextBoolean()) {
            regions.remove(random.nextInt(regions.size()));
        } else {
            Shape moved = new Shape.Circle(new Point(random.nextInt(99), 1), 1);
            regions.set(0, regions.get(0).withShape(moved));
        }
        return image.withRegions(regions);
    }
}
