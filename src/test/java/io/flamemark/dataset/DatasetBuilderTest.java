package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetBuilderTest {

    private static final Shape FIRE = polygon(2, 2, 12, 2, 12, 12);

    @TempDir
    Path folder;

    private Path projectFile;

    @BeforeEach
    void images() throws IOException {
        projectFile = folder.resolve("via_project.json");
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (String name : List.of("a.png", "b.png", "c.png")) {
            ImageIO.write(image, "png", folder.resolve(name).toFile());
        }
        Files.writeString(folder.resolve("broken.png"), "no picture");
    }

    @Test
    @DisplayName("the split attribute decides, images without regions are samples")
    void split() {
        DatasetBuilder.Result result =
                build(image("a.png", "train", FIRE), image("b.png", "val"), image("c.png", "test", FIRE));
        Dataset dataset = result.dataset();
        assertEquals(List.of("a.png"), ids(dataset.train()));
        assertEquals(List.of("b.png"), ids(dataset.validation()));
        assertEquals(List.of("c.png"), ids(dataset.test()));
        assertEquals(List.of(), dataset.validation().get(0).instances());
        assertEquals(List.of(), result.findings());
        Sample sample = dataset.train().get(0);
        assertEquals(folder.resolve("a.png"), sample.image());
        assertEquals(40, sample.width());
        assertEquals(30, sample.height());
        assertEquals(List.of("fire"), dataset.labels().classes());
        assertEquals(1, sample.instances().get(0).label());
    }

    @Test
    @DisplayName("an image whose split is unknown is used for training, and that is said")
    void unknownSplit() {
        DatasetBuilder.Result result = build(image("a.png", "val", FIRE), image("b.png", "later", FIRE));
        assertEquals(List.of("b.png"), ids(result.dataset().train()));
        Finding finding = onlyFinding(result);
        assertEquals("split-unknown", finding.code());
        assertTrue(finding.message().contains("'later'"), finding::message);
    }

    @Test
    @DisplayName("without the attribute the images are dealt out by hash")
    void noSplit() {
        Dataset dataset = build(image("a.png", "", FIRE), image("b.png", "", FIRE), image("c.png", "", FIRE))
                .dataset();
        assertEquals(2, dataset.train().size());
        assertEquals(1, dataset.validation().size());
    }

    @Test
    @DisplayName("a missing image and one that cannot be read are reported and left out, the rest is used")
    void badImages() {
        DatasetBuilder.Result result = build(
                image("gone.png", "train", FIRE), image("broken.png", "train", FIRE), image("a.png", "train", FIRE));
        assertEquals(List.of("a.png"), ids(result.dataset().train()));
        assertEquals(
                List.of("image-missing", "image-unreadable"),
                result.findings().stream().map(Finding::code).toList());
        assertTrue(result.findings().get(0).message().contains("gone.png"));
        assertTrue(result.findings()
                .get(1)
                .message()
                .contains(folder.resolve("broken.png").toString()));
        assertEquals(
                Optional.of(new ImageId("gone.png")), result.findings().get(0).image());
    }

    @Test
    @DisplayName("shapes that enclose nothing are left out, one finding each with its region")
    void badShapes() {
        DatasetBuilder.Result result = build(image(
                "a.png",
                "train",
                polygon(1, 1, 5, 5),
                polygon(1, 1, 5, 5, 9, 9),
                polygon(50, 50, 60, 50, 60, 60),
                polygon(1, 1, Double.NaN, 5, 9, 9),
                new Shape.PointShape(new Point(3, 3)),
                new Shape.Unreadable("blob", "no such shape"),
                FIRE));
        assertEquals(1, result.dataset().train().get(0).instances().size());
        assertEquals(
                List.of(
                        "polygon-too-few-points",
                        "polygon-without-area",
                        "region-outside",
                        "polygon-not-finite",
                        "shape-without-area",
                        "region-unreadable"),
                result.findings().stream().map(Finding::code).toList());
        assertEquals(OptionalInt.of(2), result.findings().get(2).region());
        assertTrue(result.findings().stream()
                .allMatch(f ->
                        f.severity() == Finding.Severity.ERROR && f.message().contains("a.png")));
    }

    @Test
    @DisplayName("an outline over the border is cut there; only a wide miss is worth a warning")
    void border() {
        DatasetBuilder.Result result = build(
                image("a.png", "train", polygon(30, 20, 60, 20, 60, 50, 30, 50)),
                image("b.png", "train", polygon(30, 20, 40.5, 20, 40.5, 30.5, 30, 30.5)));
        result.dataset()
                .train()
                .forEach(s ->
                        assertEquals(100, s.instances().get(0).parts().get(0).area(), 1e-9));
        assertEquals("region-partly-outside", onlyFinding(result).code());
        assertEquals(Finding.Severity.WARNING, onlyFinding(result).severity());
    }

    @Test
    @DisplayName("labels follow the class attribute")
    void classes() {
        AttributeSchema schema = new AttributeSchema(
                Map.of("class", new AttributeSchema.Attribute(AttributeSchema.Type.TEXT, "", List.of(), List.of())),
                Map.of());
        ImageEntry entry = image("a.png", "train", FIRE, FIRE);
        List<Region> regions = List.of(
                entry.regions().get(0).withAttribute("class", new AttributeValue.Text("smoke")),
                entry.regions().get(1).withAttribute("class", new AttributeValue.Text("fire")));
        Project project = new Project("p", List.of(entry.withRegions(regions)), schema, "");
        Dataset dataset = new DatasetBuilder().build(project, projectFile).dataset();
        assertEquals(List.of("smoke", "fire"), dataset.labels().classes());
        assertEquals(
                List.of(1, 2),
                dataset.train().get(0).instances().stream().map(Instance::label).toList());
    }

    private DatasetBuilder.Result build(ImageEntry... images) {
        Project project = Project.empty("p").withImages(List.of(images));
        return new DatasetBuilder().build(project, projectFile);
    }

    private static ImageEntry image(String name, String split, Shape... shapes) {
        List<Region> regions = IntStream.range(0, shapes.length)
                .mapToObj(i -> new Region(new RegionId(i), shapes[i], Map.of()))
                .toList();
        return new ImageEntry(new ImageId(name), name, -1, regions, Map.of("split", new AttributeValue.Text(split)));
    }

    private static Shape polygon(double... coordinates) {
        return new Shape.Polygon(Polygon.of(coordinates));
    }

    private static List<String> ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).toList();
    }

    private static Finding onlyFinding(DatasetBuilder.Result result) {
        assertEquals(1, result.findings().size(), result.findings()::toString);
        return result.findings().get(0);
    }
}
