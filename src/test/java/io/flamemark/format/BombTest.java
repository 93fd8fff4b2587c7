package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to exhaust time or memory: a project or a sentence, soon. The bound is wide, because machines stall. */
class BombTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HEADER = CsvColumns.STANDARD.header() + "\n";

    @TempDir
    Path folder;

    /** A file, and whether it opens or is refused. */
    record Bomb(String name, String text, boolean opens) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        return Stream.of(
                new Bomb("a hundred thousand lists in each other", "{\"a\":" + "[".repeat(100_000), false),
                new Bomb("objects in each other", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), false),
                new Bomb(
                        "a number of a million digits",
                        entry("{\"name\":\"point\",\"cx\":" + "9".repeat(1_000_000)),
                        false),
                new Bomb(
                        "a key of ten million letters",
                        "{\"" + "k".repeat(10_000_000) + "\":{\"filename\":\"a\",\"size\":1}}",
                        true),
                new Bomb(
                        "a hundred thousand equal keys",
                        "{" + "\"a\":{\"filename\":\"a\",\"size\":1},".repeat(100_000) + "\"b\":1}",
                        true),
                new Bomb("keys of one hash code", collidingKeys(), true),
                new Bomb("a polygon of 200,000 points that all overlap", polygon(200_000), true),
                new Bomb("a region of 100,000 attributes", attributes(100_000), true),
                new Bomb("a labelme file of 50,000 shapes", labelme(50_000), true),
                new Bomb("a COCO outline of 200,000 points", coco(200_000), true),
                new Bomb("100,000 COCO objects with a wrong mask", masks(100_000), true),
                new Bomb("infinite coordinates", entry("{\"name\":\"point\",\"cx\":1e999,\"cy\":-1e999}}]}}"), true),
                new Bomb("a CSV of a million columns", HEADER + ",".repeat(1_000_000), true),
                new Bomb("a CSV header of a million columns", HEADER.strip() + ",x".repeat(1_000_000), false),
                new Bomb("quotes that are never closed", HEADER + ("\"" + "x".repeat(20) + "\n").repeat(100_000), true),
                new Bomb("a CSV cell of ten million quotes", HEADER + "\"".repeat(10_000_000), true));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void endsInAProjectOrASentence(Bomb bomb) throws Exception {
        Path file = Files.writeString(folder.resolve("bomb"), bomb.text());
        boolean opened = assertTimeoutPreemptively(SOON, () -> opens(file));
        assertEquals(bomb.opens(), opened);
    }

    @Test
    void notANumberIsNoJson() throws Exception {
        Path file =
                Files.writeString(folder.resolve("nan.json"), entry("{\"name\":\"point\",\"cx\":NaN,\"cy\":1}}]}}"));
        assertTrue(!opens(file));
    }

    /** With {@code -Xmx512m} this says how long each takes, the largest ones too; a million shapes fit more memory. */
    @Test
    @Tag("full")
    void timesInHalfAGigabyte() throws Exception {
        List<Bomb> large = List.of(
                new Bomb("a polygon of a million points", polygon(1_000_000), true),
                new Bomb("a labelme file of a million shapes", labelme(1_000_000), true),
                new Bomb("a COCO outline of a million points", coco(1_000_000), true),
                new Bomb("as many different keys as are taken", attributes(640_000), true),
                new Bomb("60 MB of empty lists", "[" + "[],".repeat(20_000_000) + "1]", false));
        for (Bomb bomb : Stream.concat(bombs(), large.stream()).toList()) {
            Path file = Files.writeString(folder.resolve("bomb"), bomb.text());
            long start = System.nanoTime();
            boolean opened = opens(file);
            System.out.printf(
                    "%5d ms  %-7s  %s%n", (System.nanoTime() - start) / 1_000_000, opened ? "opened" : "refused", bomb);
        }
    }

    private static boolean opens(Path file) {
        try {
            return ProjectFile.open(file).project() != null;
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            return false;
        }
    }

    private static String entry(String shape) {
        return "{\"a1\":{\"filename\":\"a\",\"size\":1,\"regions\":[{\"region_attributes\":{},\"shape_attributes\":"
                + shape;
    }

    private static String polygon(int points) {
        String xs = IntStream.range(0, points)
                .mapToObj(i -> i % 2 == 0 ? "0" : "9000")
                .collect(Collectors.joining(","));
        String ys = IntStream.range(0, points)
                .mapToObj(i -> Integer.toString(i % 5_000))
                .collect(Collectors.joining(","));
        return entry("{\"name\":\"polygon\",\"all_points_x\":[" + xs + "],\"all_points_y\":[" + ys + "]}}]}}");
    }

    private static String labelme(int shapes) {
        return "{\"version\":\"5\",\"flags\":{},\"imagePath\":\"a.jpg\",\"shapes\":["
                + ("{\"label\":\"fire\",\"points\":[[1,2],[30,4],[5,60]],\"shape_type\":\"polygon\"},")
                        .repeat(shapes - 1)
                + "{\"label\":\"fire\",\"points\":[[1,2],[30,4],[5,60]],\"shape_type\":\"polygon\"}]}";
    }

    private static String coco(int points) {
        return "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"categories\":[{\"id\":1,\"name\":\"fire\"}],"
                + "\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"segmentation\":["
                + IntStream.range(0, 2 * points)
                        .mapToObj(i -> Integer.toString(i % 997))
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    private static String masks(int count) {
        return "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"categories\":[],\"annotations\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{\"id\":1e-99999999999,\"image_id\":1,\"segmentation\":{\"size\":[0.5,1]}}")
                        .collect(Collectors.joining(",\n"))
                + "]}";
    }

    private static String attributes(int count) {
        return "{\"a1\":{\"filename\":\"a\",\"size\":1,\"file_attributes\":{},\"regions\":[{\"shape_attributes\":"
                + "{\"name\":\"point\",\"cx\":1,\"cy\":2},\"region_attributes\":{"
                + IntStream.range(0, count)
                        .mapToObj(i -> "\"k" + i + "\":\"v\"")
                        .collect(Collectors.joining(","))
                + "}}]}}";
    }

    /** All keys have the same hash code: "Aa" and "BB" do, and so do their combinations. */
    private static String collidingKeys() {
        return IntStream.range(0, 1 << 14)
                .mapToObj(i -> "\""
                        + IntStream.range(0, 14)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + "\":{\"filename\":\"a\",\"size\":1}")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
