package io.flamemark.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Safetensors files whose headers take memory or time, each with words of the sentence it is to be refused with. */
final class HostileHeaders {

    private static final long LONG = 1_000_000_000_000_000_000L;

    private HostileHeaders() {}

    /** Names and contents of the files, by the words. */
    static Map<String, Map.Entry<String, byte[]>> all() {
        return Map.of(
                "long.safetensors", Map.entry("neither", file(LONG, "{}")),
                "name.safetensors", Map.entry("1025 characters, and 1024 are the most", file(named(1025))),
                "wide.safetensors", Map.entry("neither", file("{" + " ".repeat(5_000_000) + "}")),
                "deep.safetensors", Map.entry("damaged header", file("[".repeat(3_900_000))),
                "many.safetensors", Map.entry("damaged header", file("{\"a\":[" + "[],".repeat(1_300_000) + "[]]}")));
    }

    private static String named(int length) {
        return "{\"" + "a".repeat(length) + "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}";
    }

    private static byte[] file(String header) {
        return file(header.length(), header);
    }

    private static byte[] file(long length, String header) {
        return ByteBuffer.allocate(Long.BYTES + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
