package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.JsonDocument;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ProjectPropertyTest {

    @Property(tries = 150)
    void whatIsWrittenReadsBackAndIsWrittenTheSame(@ForAll("projects") Project project) throws Exception {
        ViaDocument empty = ViaConversion.emptyProject(Path.of("new.json"));
        byte[] written = empty.write(project);
        ViaDocument again = read(written);
        assertEquals(project, again.known());
        assertArrayEquals(written, again.json().toBytes());
    }

    @Property(tries = 150)
    void anyProjectBecomesAnyOtherAndBack(@ForAll("projects") Project first, @ForAll("projects") Project second)
            throws Exception {
        ViaDocument empty = ViaConversion.emptyProject(Path.of("new.json"));
        byte[] written = empty.write(first);
        ViaDocument document = read(written);
        ViaDocument changed = read(document.write(second));
        // Reading numbers regions in the order of the entries, which need not be the order of display.
        assertEquals(second.images(), numbered(changed.known().images()));
        assertEquals(second.schema(), changed.known().schema());
        assertArrayEquals(written, document.write(first));
    }

    @Property(tries = 100)
    void anyProjectAsAnyViaFileIsAcceptedByViaAndReadsBack(@ForAll("projects") Project project) throws Exception {
        for (FileKind kind : FileKind.values()) {
            boolean losesImages = ViaLosses.of(kind, project, "new").stream()
                    .anyMatch(loss -> loss.code().equals("images-joined"));
            if (kind.isWritten() && !losesImages) {
                Path file = Path.of("new");
                byte[] written = ViaConversion.to(kind, file, List.of()).write(project);
                ViaDocument again = kind == FileKind.VIA_CSV ? readCsv(written) : read(written);
                assertEquals(
                        Same.shapes(project.images()), Same.shapes(again.known().images()), kind.toString());
                assertArrayEquals(written, again.write(again.known()));
                boolean plainNames = project.images().stream()
                        .allMatch(i -> CsvDocument.cell(i.filename()).equals(i.filename()));
                if (kind != FileKind.VIA_CSV || plainNames) {
                    ViaAcceptance.check(kind, new String(written, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static ViaDocument readCsv(byte[] bytes) throws Exception {
        CsvDocument csv = CsvDocument.parse("new.csv", bytes);
        CsvColumns columns = CsvColumns.of(csv.rows().get(0)).orElseThrow();
        return new ViaCsvReader("new.csv", new AtomicLong()).read(csv, columns, "new");
    }

    @Property(tries = 300)
    void damagedBytesAreRefusedOrWrittenBack(
            @ForAll @IntRange(max = 5) int fixture, @ForAll @IntRange(max = 2500) int at, @ForAll byte value)
            throws Exception {
        byte[] bytes = Fixtures.bytes(Fixtures.ALL[fixture]);
        bytes[at % bytes.length] = value;
        Path file = Files.createTempFile("damaged", ".json");
        try {
            Files.write(file, bytes);
            ProjectFile open = ProjectFile.open(file);
            Files.delete(file);
            open.save(open.project());
            assertArrayEquals(bytes, Files.readAllBytes(file));
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static ViaDocument read(byte[] bytes) throws Exception {
        JsonDocument json = JsonDocument.parse("new.json", bytes);
        return new ViaReader("new.json", ViaDocument.Place.ALONE, new AtomicLong())
                .read(json, FileSniffer.of(json.root()), "new");
    }

    @Provide
    Arbitrary<Project> projects() {
        Arbitrary<List<ImageEntry>> images = images().list().ofMaxSize(4).map(list -> numbered(keyed(list)));
        return Combinators.combine(names(), images, names())
                .as((name, list, folder) -> new Project("p" + name, list, schemaOf(list), folder));
    }

    /** Images get keys as VIA makes them, told apart by their place. */
    private static List<ImageEntry> keyed(List<ImageEntry> images) {
        List<ImageEntry> result = new ArrayList<>();
        for (ImageEntry image : images) {
            String key = result.size() + image.filename() + image.size();
            result.add(new ImageEntry(
                    new ImageId(key), image.filename(), image.size(), image.regions(), image.attributes()));
        }
        return result;
    }

    /** Regions get numbers from 1 in the order of the list. */
    private static List<ImageEntry> numbered(List<ImageEntry> images) {
        List<ImageEntry> result = new ArrayList<>();
        long id = 0;
        for (ImageEntry image : images) {
            List<Region> regions = new ArrayList<>();
            for (Region region : image.regions()) {
                regions.add(new Region(new RegionId(++id), region.shape(), region.attributes()));
            }
            result.add(image.withRegions(regions));
        }
        return result;
    }

    private static AttributeSchema schemaOf(List<ImageEntry> images) {
        Map<String, Attribute> region = new LinkedHashMap<>();
        Map<String, Attribute> file = new LinkedHashMap<>();
        for (ImageEntry image : images) {
            define(file, image.attributes());
            image.regions().forEach(r -> define(region, r.attributes()));
        }
        return new AttributeSchema(region, file);
    }

    private static void define(Map<String, Attribute> definitions, Map<String, AttributeValue> values) {
        values.forEach((name, value) -> definitions.merge(
                name,
                definition(name, value),
                (was, next) ->
                        was.type() == next.type() ? was : new Attribute(Type.TEXT, "", List.of(), List.of(name))));
    }

    /** Of every type, with letters as odd as those of the names. */
    private static Attribute definition(String name, AttributeValue value) {
        if (value instanceof AttributeValue.Choices choices) {
            List<String> ids = List.copyOf(choices.checked().keySet());
            return new Attribute(Type.CHECKBOX, name, options(ids), ids.subList(0, ids.size() / 2));
        }
        Type type = List.of(Type.TEXT, Type.RADIO, Type.DROPDOWN, Type.IMAGE).get(name.length() % 4);
        return type == Type.TEXT
                ? new Attribute(type, name, List.of(), List.of())
                : new Attribute(type, "", options(List.of("\"", name)), List.of(name));
    }

    private static List<Option> options(List<String> ids) {
        return ids.stream().map(id -> new Option(id, id + ",")).toList();
    }

    private static Arbitrary<ImageEntry> images() {
        return Combinators.combine(
                        names(),
                        Arbitraries.longs().between(-1, 1L << 40),
                        regions().list().ofMaxSize(4),
                        attributes())
                .as((name, size, regions, attributes) ->
                        new ImageEntry(new ImageId(name), name, size, regions, attributes));
    }

    private static Arbitrary<Region> regions() {
        return Combinators.combine(shapes(), attributes()).as((s, a) -> new Region(new RegionId(0), s, a));
    }

    private static Arbitrary<Shape> shapes() {
        Arbitrary<Point> points =
                Combinators.combine(coordinates(), coordinates()).as(Point::new);
        Arbitrary<Double> lengths = Arbitraries.integers().between(1, 90_000).map(i -> i / 100.0);
        Arbitrary<Double> angles =
                Arbitraries.integers().between(-3_000_000, 3_000_000).map(i -> i / 1e6);
        return Arbitraries.oneOf(
                points.list().ofMaxSize(6).uniqueElements().map(p -> new Shape.Polygon(new Polygon(p))),
                points.list().ofMaxSize(6).map(Shape.Polyline::new),
                points.map(Shape.PointShape::new),
                Combinators.combine(points, lengths).as(Shape.Circle::new),
                Combinators.combine(points, lengths, lengths, angles).as(Shape.Ellipse::new),
                Combinators.combine(points, lengths, lengths).as((p, w, h) -> new Shape.Rectangle(p.x(), p.y(), w, h)));
    }

    /** Hundredths, the precision of the file. */
    private static Arbitrary<Double> coordinates() {
        return Arbitraries.integers().between(-100_000, 900_000).map(i -> i / 100.0);
    }

    private static Arbitrary<Map<String, AttributeValue>> attributes() {
        Arbitrary<AttributeValue> values = Arbitraries.oneOf(
                names().map(AttributeValue.Text::new),
                Arbitraries.maps(names(), Arbitraries.of(true, false))
                        .ofMaxSize(3)
                        .map(AttributeValue.Choices::new),
                Arbitraries.of("null", "1.50", "[1,\"a\"]").map(AttributeValue.Verbatim::new));
        return Arbitraries.maps(names().map(n -> "n" + n), values).ofMaxSize(3);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab\"\\/\u00e9\n\u0001{},: ")
                .ofMaxLength(6)
                .map(s -> s + "x");
    }
}
