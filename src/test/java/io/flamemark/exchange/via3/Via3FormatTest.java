package io.flamemark.exchange.via3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue.Choices;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.ForeignFormats;
import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Via3FormatTest {

    @TempDir
    Path folder;

    @Test
    void viewsBecomeImagesInTheOrderOfDisplay() throws Exception {
        Imported imported = read(fixture());
        Project project = imported.project();
        assertEquals("three", project.name());
        assertEquals(
                List.of("shots/b.jpg", "a.jpg"),
                project.images().stream().map(ImageEntry::filename).toList());
        assertEquals(Map.of("weather", new Text("dry")), project.images().get(1).attributes());
        assertEquals(
                List.of("no-image", "in-time", "shape-unreadable"),
                imported.findings().stream().map(Finding::code).toList());
    }

    @Test
    void shapesAndValuesAreTakenOver() throws Exception {
        List<Region> regions = read(fixture()).project().images().get(1).regions();
        assertEquals(
                List.of(
                        new Shape.Polygon(Polygon.of(10, 20, 60, 22, 55.125, 80)),
                        new Shape.Rectangle(1, 2, 30, 40),
                        new Shape.Ellipse(new Point(5, 6), 7, 8, 0),
                        new Shape.Circle(new Point(10, 10), 10)),
                regions.stream().map(Region::shape).toList());
        assertEquals(
                Map.of("burning", new Text("f"), "seen", new Choices(Map.of("day", true, "far", true))),
                regions.get(0).attributes());
    }

    @Test
    void definitionsAreTakenOver() throws Exception {
        Project project = read(fixture()).project();
        assertEquals(
                new Attribute(
                        Type.DROPDOWN,
                        "what burns",
                        List.of(new Option("f", "fire"), new Option("s", "smoke")),
                        List.of("f")),
                project.schema().region().get("burning"));
        assertEquals(Type.TEXT, project.schema().file().get("weather").type());
        assertEquals(Type.TEXT, project.schema().region().get("9").type());
    }

    @Test
    void whatIsNoViewIsRefused() {
        String damaged = "{\"project\":{},\"file\":{},\"metadata\":{},\"view\":[]}";
        assertThrows(JsonException.class, () -> read(damaged));
    }

    private Imported read(String text) throws Exception {
        Sniffed sniffed =
                new Sniffed(folder.resolve("x.json"), false, new byte[0], Optional.of(JsonValue.parse("x.json", text)));
        ForeignFormat format = ForeignFormats.of(sniffed).orElseThrow();
        assertEquals("a VIA 3 project", format.description());
        return format.read(sniffed);
    }

    private static String fixture() throws Exception {
        try (InputStream in = Via3FormatTest.class.getResourceAsStream("via3.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
