package io.flamemark.exchange;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens files as the program does, and small projects to write. */
public final class Foreign {

    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;

    private Foreign() {}

    public static Imported open(Path path) throws IOException {
        Sniffed content = sniff(path);
        return ForeignFormats.of(content)
                .orElseThrow(() -> new AssertionError("no format recognises " + path))
                .read(content);
    }

    static Sniffed sniff(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Sniffed(path, true, new byte[0], Optional.empty());
        }
        byte[] bytes = Files.readAllBytes(path);
        Optional<JsonValue> json;
        try {
            json = Optional.of(JsonValue.parse(path.toString(), new String(bytes, StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            json = Optional.empty();
        }
        return new Sniffed(path, false, Arrays.copyOf(bytes, Math.min(bytes.length, Sniffed.HEAD)), json);
    }

    public static ProjectExporter exporter(String name) {
        return ForeignFormats.exporters().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Pictures of 64 x 48 pixels in a folder, and what finds them there. */
    public static Pictures pictures(Path folder, String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            ImageEncoder.write(new RgbImage(WIDTH, HEIGHT, new int[WIDTH * HEIGHT]), folder.resolve(name), 1);
        }
        return new Pictures(name -> Optional.of(folder.resolve(name)).filter(Files::isRegularFile));
    }

    public static Project project(ImageEntry... images) {
        return new Project("test", List.of(images), schema(), "");
    }

    /** An image whose regions have the shapes given, all of the class {@code fire}. */
    public static ImageEntry image(String name, Shape... shapes) {
        List<Region> regions = new ArrayList<>();
        for (Shape shape : shapes) {
            regions.add(new Region(
                    new RegionId(regions.size() + 1), shape, Map.of("class", new AttributeValue.Text("fire"))));
        }
        return new ImageEntry(new ImageId(name + "-1"), name, -1, regions, Map.of());
    }

    /** One of each of VIA's shapes, with corners between pixels, two parts of one object, and attributes of all kinds. */
    public static Project everything() {
        ImageEntry shapes = image(
                "a.png",
                polygon(2.25, 3, 20.5, 4, 11, 17.75),
                new Shape.Rectangle(30, 4, 10, 8),
                new Shape.Circle(new Point(12, 34), 7.5),
                new Shape.Ellipse(new Point(48, 30), 9, 4, 0.5),
                new Shape.Polyline(List.of(new Point(1, 1), new Point(60, 2), new Point(61, 40))),
                new Shape.PointShape(new Point(33, 44)));
        ImageEntry parts = image("b.png", polygon(1, 1, 9, 1, 9, 9), polygon(20, 20, 40, 22, 30, 40));
        List<Region> joined = new ArrayList<>();
        for (Region part : parts.regions()) {
            joined.add(part.withAttribute("group", new AttributeValue.Text("7"))
                    .withAttribute("note", new AttributeValue.Text("a \"b\" <c> & ü"))
                    .withAttribute("seen", new AttributeValue.Choices(Map.of("day", true))));
        }
        return new Project(
                "everything",
                List.of(
                        shapes.withAttribute("split", new AttributeValue.Text("val")),
                        parts.withRegions(joined),
                        image("none.png")),
                schema(),
                "");
    }

    private static AttributeSchema schema() {
        List<AttributeSchema.Option> classes =
                List.of(new AttributeSchema.Option("fire", ""), new AttributeSchema.Option("smoke", ""));
        return new AttributeSchema(
                Map.of("class", new AttributeSchema.Attribute(AttributeSchema.Type.DROPDOWN, "", classes, List.of())),
                Map.of());
    }

    public static Shape polygon(double... flat) {
        return new Shape.Polygon(Polygon.of(flat));
    }

    public static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    public static List<Shape> shapes(ImageEntry image) {
        return image.regions().stream().map(Region::shape).toList();
    }

    public static String value(Region region, String attribute) {
        AttributeValue value = region.attributes().get(attribute);
        return value == null ? "" : value.display();
    }
}
