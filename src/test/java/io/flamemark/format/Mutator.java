package io.flamemark.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages JSON and CSV the way disks, editors and other programs do. The same seed always does the same damage. */
final class Mutator {

    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[\\[\\]{}:,]|\\w+|\\s+|.");

    private static final String[] STRANGE = {
        "null",
        "true",
        "false",
        "undefined",
        "NaN",
        "-Infinity",
        "1e308",
        "-1e308",
        "1e999",
        "1e-400",
        "-0",
        "00",
        "0.1e",
        "9223372036854775808",
        "2147483648",
        "-1",
        "123456789012345678901234567890",
        "\"\"",
        "{}",
        "[]",
        "[[]]",
        "{\"\":{}}",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"polygon\"",
        "\"rect\"",
        "\"all_points_x\"",
        "\"filename\"",
        "\"regions\"",
        "\"_via_img_metadata\"",
        ",",
        ":",
        "\"",
        "\"\"\"",
        "\n",
        "\r\n",
        "\uFEFF",
        "\uFFFD",
        "\uD83D",
        "#",
        "\\",
        "\\\"",
        "{",
        "}",
        "[",
        "]",
        "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes"
    };

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    byte[] damaged(byte[] seed) {
        byte[] bytes = seed;
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes = random.nextInt(3) == 0 ? bytewise(bytes) : tokenwise(bytes);
        }
        return bytes;
    }

    private byte[] bytewise(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> spliced(bytes, at, at + length, new byte[0]);
            default -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }

    private byte[] tokenwise(byte[] bytes) {
        List<String> tokens = tokens(new String(bytes, StandardCharsets.UTF_8));
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(7)) {
            case 0 -> tokens.set(at, strange());
            case 1 -> tokens.add(at, strange());
            case 2 -> tokens.set(at, tokens.get(other));
            case 3 -> Collections.swap(tokens, at, other);
            case 4 -> tokens.remove(at);
            case 5 ->
                tokens.addAll(at, List.copyOf(tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(40)))));
            default -> nest(tokens, at);
        }
        return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** Brackets around a token, sometimes more than can be borne, sometimes closed. */
    private void nest(List<String> tokens, int at) {
        int depth = 1 + random.nextInt(random.nextInt(8) == 0 ? 3000 : 3);
        boolean list = random.nextBoolean();
        String close = random.nextInt(4) == 0 ? "" : (list ? "]" : "}").repeat(depth);
        tokens.set(at, (list ? "[" : "{\"a\":").repeat(depth) + tokens.get(at) + close);
    }

    private String strange() {
        return STRANGE[random.nextInt(STRANGE.length)];
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        if (tokens.isEmpty()) {
            tokens.add(text);
        }
        return tokens;
    }
}
