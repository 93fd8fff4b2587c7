package io.flamemark.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads event files in its own way: CRC-32C bit by bit from its polynomial, messages field by field. It shares nothing
 * with the writer but the format.
 */
final class TensorBoardReader {

    private static final int REVERSED_CASTAGNOLI = 0x82f63b78;

    record Event(double wallTime, long step, String version, Map<String, Float> scalars, boolean restart) {}

    private TensorBoardReader() {}

    /** All events of a file; anything that is not as it must be fails. */
    static List<Event> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = take(bytes, 8);
            requireCrc(length, bytes.getInt());
            byte[] content = take(bytes, (int)
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            requireCrc(content, bytes.getInt());
            events.add(event(message(content)));
        }
        return events;
    }

    private static Event event(ByteBuffer in) {
        double wallTime = 0;
        long step = 0;
        String version = "";
        Map<String, Float> scalars = new LinkedHashMap<>();
        boolean restart = false;
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key) {
                case 1 << 3 | 1 -> wallTime = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case 3 << 3 | 2 -> version = new String(take(in, (int) varint(in)), StandardCharsets.UTF_8);
                case 5 << 3 | 2 -> scalars.putAll(summary(message(take(in, (int) varint(in)))));
                case 7 << 3 | 2 -> restart = isStart(message(take(in, (int) varint(in))));
                default -> throw new AssertionError("an event has no field with the key " + key);
            }
        }
        return new Event(wallTime, step, version, scalars, restart);
    }

    private static Map<String, Float> summary(ByteBuffer in) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            require(1 << 3 | 2, varint(in));
            ByteBuffer value = message(take(in, (int) varint(in)));
            require(1 << 3 | 2, varint(value));
            String tag = new String(take(value, (int) varint(value)), StandardCharsets.UTF_8);
            require(2 << 3 | 5, varint(value));
            scalars.put(tag, value.getFloat());
            require(0, value.remaining());
        }
        return scalars;
    }

    private static boolean isStart(ByteBuffer in) {
        require(1 << 3, varint(in));
        return varint(in) == 1;
    }

    private static ByteBuffer message(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static void require(long expected, long found) {
        if (expected != found) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static void requireCrc(byte[] bytes, int masked) {
        int crc = ~0;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ REVERSED_CASTAGNOLI : crc >>> 1;
            }
        }
        crc = ~crc;
        int expected = (crc >>> 15 | crc << 17) + 0xa282ead8;
        require(Integer.toUnsignedLong(expected), Integer.toUnsignedLong(masked));
    }
}
