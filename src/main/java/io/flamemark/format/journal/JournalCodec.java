package io.flamemark.format.journal;

import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.RegionId;
import io.flamemark.edit.Gesture;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import io.flamemark.geometry.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Lines of a journal as bytes and back. A line is a JSON object whose first member, {@code "crc"}, is the CRC-32 of the
 * bytes that follow it, up to the end of the line. Every kind of edit has a form, since records are written by their
 * components; numbers come back as the very same, -0 and infinities included.
 */
final class JournalCodec {

    private static final String START = "{\"crc\":\"";
    private static final int DIGITS = 8;
    private static final String AFTER_CRC = "\",";
    private static final int PREFIX = START.length() + DIGITS + AFTER_CRC.length();

    private final RecordJson json;

    /** @param regions what identities become when they are read */
    JournalCodec(UnaryOperator<RegionId> regions) {
        json = RecordJson.with(
                new RecordJson.Leaf<>(
                        RegionId.class,
                        id -> JsonValue.of(id.value()),
                        value -> regions.apply(new RegionId(value.asLong()))),
                new RecordJson.Leaf<>(
                        ImageId.class, id -> JsonValue.of(id.key()), value -> new ImageId(value.asString())),
                new RecordJson.Leaf<>(
                        Gesture.class, gesture -> JsonValue.of(gesture.id()), value -> new Gesture(value.asLong())),
                new RecordJson.Leaf<>(Point.class, JournalCodec::point, JournalCodec::point),
                new RecordJson.Leaf<>(Double.class, JournalCodec::number, JournalCodec::number));
    }

    /** With identities as they are. */
    static JournalCodec plain() {
        return new JournalCodec(UnaryOperator.identity());
    }

    /** The line, its end included. */
    byte[] write(JournalLine line) {
        String body = json.toJson((Record) line).toString().substring(1) + "\n";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = (START + crc(bytes, 0, bytes.length - 1) + AFTER_CRC).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[prefix.length + bytes.length];
        System.arraycopy(prefix, 0, whole, 0, prefix.length);
        System.arraycopy(bytes, 0, whole, prefix.length, bytes.length);
        return whole;
    }

    /** The object on a line, without its end; none where the checksum is another, as it is where the line is torn. */
    static Optional<JsonObject> parse(String name, byte[] bytes, int start, int end) {
        String prefix = new String(bytes, start, Math.min(PREFIX, end - start), StandardCharsets.ISO_8859_1);
        if (prefix.length() < PREFIX
                || !prefix.equals(START + crc(bytes, start + PREFIX, end - start - PREFIX) + AFTER_CRC)) {
            return Optional.empty();
        }
        try {
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            return Optional.of(JsonValue.parse(name, text).asObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    JournalLine read(JsonObject line) throws JsonException {
        return json.fromJson(line, JournalLine.class);
    }

    private static String crc(byte[] bytes, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, length);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static JsonValue point(Point point) {
        return JsonArray.of(List.of(number(point.x()), number(point.y())));
    }

    private static Point point(JsonValue json) throws JsonException {
        JsonArray pair = json.asArray();
        if (pair.size() != 2) {
            throw new JsonException(json.place(), "a point has two coordinates, not " + pair.size());
        }
        return new Point(number(pair.get(0)), number(pair.get(1)));
    }

    /** JSON has no infinity, and the shortest form of -0 is that of 0: these are told as texts. */
    private static JsonValue number(double value) {
        boolean plain = Double.isFinite(value) && (value != 0 || 1 / value > 0);
        return plain ? JsonNumber.of(value) : JsonValue.of(Double.toString(value));
    }

    private static double number(JsonValue json) throws JsonException {
        if (!(json instanceof JsonString text)) {
            return json.asDouble();
        }
        try {
            return Double.parseDouble(text.value());
        } catch (NumberFormatException e) {
            throw new JsonException(json.place(), "no number: " + text.value());
        }
    }
}
