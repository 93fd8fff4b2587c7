package io.flamemark.format.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import io.flamemark.edit.Gesture;
import io.flamemark.edit.ImageDelta;
import io.flamemark.edit.ProjectDelta;
import io.flamemark.files.JsonObject;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JournalCodecTest {

    private static final JournalCodec CODEC = JournalCodec.plain();

    @Property(tries = 300)
    void everyEditComesBackAsItWas(@ForAll("edits") Edit edit) throws Exception {
        JournalLine.Entry line = new JournalLine.Entry(7, Instant.EPOCH, EditSession.Cause.DONE, edit);
        assertEquals(line, CODEC.read(parse(CODEC.write(line)).orElseThrow()));
    }

    @Property(tries = 300)
    void aChangedByteIsNoticed(@ForAll("edits") Edit edit, @ForAll @IntRange(max = 1_000_000) int at, @ForAll byte to) {
        byte[] line = CODEC.write(new JournalLine.Entry(7, Instant.EPOCH, EditSession.Cause.DONE, edit));
        int place = at % (line.length - 1);
        boolean same = line[place] == to;
        line[place] = to;
        assertEquals(same, parse(line).isPresent());
    }

    @Test
    void noKindOfEditIsLeftOut() {
        Set<Class<?>> tried = kinds().keySet();
        assertEquals(Set.of(Edit.class.getPermittedSubclasses()), tried);
    }

    @Test
    void aLineIsJsonWithItsChecksumFirst() {
        Edit edit = new Edit.DeleteRegions(new ImageId("a.jpg1"), Set.of(new RegionId(3)));
        String line = new String(CODEC.write(new JournalLine.Entry(1, Instant.EPOCH, EditSession.Cause.DONE, edit)));
        assertTrue(
                line.matches("\\{\"crc\":\"[0-9a-f]{8}\",\"type\":\"entry\",\"number\":1,"
                        + "\"at\":\"1970-01-01T00:00:00Z\",\"cause\":\"done\","
                        + "\"edit\":\\{\"type\":\"deleteRegions\",\"image\":\"a.jpg1\",\"regions\":\\[3]}}\n"),
                line);
    }

    private static Optional<JsonObject> parse(byte[] line) {
        return JournalCodec.parse("journal", line, 0, line.length - 1);
    }

    @Provide
    Arbitrary<Edit> edits() {
        List<Arbitrary<? extends Edit>> all = List.copyOf(kinds().values());
        Arbitrary<Edit> one = Arbitraries.of(all).flatMap(kind -> kind.map(Function.identity()));
        return one;
    }

    private static Map<Class<?>, Arbitrary<? extends Edit>> kinds() {
        Arbitrary<Set<RegionId>> regions = regionIds().set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Edit.DeleteRegions> deletes =
                Combinators.combine(imageIds(), regions).as(Edit.DeleteRegions::new);
        return Map.ofEntries(
                Map.entry(
                        Edit.AddRegions.class,
                        Combinators.combine(imageIds(), regions().list().ofMaxSize(3), texts())
                                .as(Edit.AddRegions::new)),
                Map.entry(Edit.DeleteRegions.class, deletes),
                Map.entry(
                        Edit.SetShape.class,
                        Combinators.combine(imageIds(), regionIds(), shapes(), texts(), gestures())
                                .as(Edit.SetShape::new)),
                Map.entry(
                        Edit.MoveRegions.class,
                        Combinators.combine(imageIds(), regions, numbers(), numbers(), gestures())
                                .as(Edit.MoveRegions::new)),
                Map.entry(
                        Edit.SetRegionAttribute.class,
                        Combinators.combine(imageIds(), regions, texts(), values().optional())
                                .as(Edit.SetRegionAttribute::new)),
                Map.entry(
                        Edit.SetFileAttribute.class,
                        Combinators.combine(imageIds().set().ofMaxSize(3), texts(), values().optional())
                                .as(Edit.SetFileAttribute::new)),
                Map.entry(
                        Edit.SetSchema.class,
                        Combinators.combine(schemas(), texts()).as(Edit.SetSchema::new)),
                Map.entry(Edit.AddImages.class, entries().list().ofMaxSize(2).map(Edit.AddImages::new)),
                Map.entry(Edit.RemoveImages.class, imageIds().set().ofMaxSize(3).map(Edit.RemoveImages::new)),
                Map.entry(
                        Edit.Restore.class,
                        Combinators.combine(deltas(), texts()).as(Edit.Restore::new)),
                Map.entry(
                        Edit.Compound.class,
                        Combinators.combine(texts(), deletes.list().ofMaxSize(2))
                                .as((text, list) -> new Edit.Compound(text, List.copyOf(list)))));
    }

    private static Arbitrary<ProjectDelta> deltas() {
        Arbitrary<ImageDelta> images = Combinators.combine(
                        imageIds(),
                        texts(),
                        sizes(),
                        attributes(),
                        regionIds().list().ofMaxSize(3),
                        regions().list().ofMaxSize(2))
                .as(ImageDelta::new);
        return Combinators.combine(
                        texts(),
                        texts(),
                        schemas().optional(),
                        imageIds().list().ofMaxSize(3).optional(),
                        images.list().ofMaxSize(2))
                .as(ProjectDelta::new);
    }

    private static Arbitrary<ImageEntry> entries() {
        return Combinators.combine(
                        imageIds(), texts(), sizes(), regions().list().ofMaxSize(2), attributes())
                .as(ImageEntry::new);
    }

    private static Arbitrary<Region> regions() {
        return Combinators.combine(regionIds(), shapes(), attributes()).as(Region::new);
    }

    private static Arbitrary<Shape> shapes() {
        return Arbitraries.oneOf(
                points().list().ofMaxSize(5).map(p -> new Shape.Polygon(new Polygon(p))),
                points().list().ofMaxSize(5).map(Shape.Polyline::new),
                points().map(Shape.PointShape::new),
                Combinators.combine(points(), numbers()).as(Shape.Circle::new),
                Combinators.combine(points(), numbers(), numbers(), numbers()).as(Shape.Ellipse::new),
                Combinators.combine(points(), numbers(), numbers())
                        .as((p, w, h) -> new Shape.Rectangle(p.x(), p.y(), w, h)),
                Combinators.combine(texts(), texts()).as(Shape.Unreadable::new));
    }

    private static Arbitrary<AttributeSchema> schemas() {
        Arbitrary<Attribute> attribute = Combinators.combine(
                        Arbitraries.of(Type.values()),
                        texts(),
                        Combinators.combine(texts(), texts())
                                .as(Option::new)
                                .list()
                                .ofMaxSize(2),
                        texts().list().ofMaxSize(2))
                .as(Attribute::new);
        Arbitrary<Map<String, Attribute>> side =
                Arbitraries.maps(keys(), attribute).ofMaxSize(2);
        return Combinators.combine(side, side).as(AttributeSchema::new);
    }

    private static Arbitrary<Map<String, AttributeValue>> attributes() {
        return Arbitraries.maps(keys(), values()).ofMaxSize(2);
    }

    private static Arbitrary<AttributeValue> values() {
        return Arbitraries.oneOf(
                texts().map(AttributeValue.Text::new),
                texts().map(AttributeValue.Verbatim::new),
                Arbitraries.maps(keys(), Arbitraries.of(true, false))
                        .ofMaxSize(2)
                        .map(AttributeValue.Choices::new));
    }

    private static Arbitrary<Point> points() {
        return Combinators.combine(numbers(), numbers()).as(Point::new);
    }

    /** All that a double can be, with the odd ones often. */
    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(
                        0.0, -0.0, 1e-7, 12.34, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300));
    }

    private static Arbitrary<Long> sizes() {
        return Arbitraries.longs().between(-1, 1L << 60);
    }

    private static Arbitrary<Gesture> gestures() {
        return sizes().map(Gesture::new);
    }

    private static Arbitrary<ImageId> imageIds() {
        return texts().map(ImageId::new);
    }

    private static Arbitrary<RegionId> regionIds() {
        return sizes().map(RegionId::new);
    }

    /** No project file can be read with half a surrogate pair in a key. */
    private static Arbitrary<String> keys() {
        return texts().map(text -> text.replace("\ud83d", "\ud83d\udd25"));
    }

    /** Half a surrogate pair, quotes, ends of lines, Chinese. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("a\"\\/\u00e9\u706b\n\r\u2028\u0000\ud83d{},:#% ")
                .ofMaxLength(5);
    }
}
