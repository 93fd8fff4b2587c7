package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files end in a project or in a sentence that names the file, and nothing else; and a project that could be
 * opened is written back byte for byte. A failure names the number of the mutation, which makes it come again.
 */
class FuzzTest {

    private static final int QUICK = 10_000;
    /** Every third one. */
    private static final int EDITED = 3;

    private static final long SMALL = 12_000;

    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void tenThousandMutations() throws Exception {
        mutate(QUICK, seeds());
        assertTrue(
                opened.get() > QUICK / 20 && refused.get() > QUICK / 20, opened + " opened, " + refused + " refused");
    }

    @Test
    @Tag("full")
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    @EnabledIfSystemProperty(named = "flamemark.fuzz", matches = "\\d+", disabledReason = "the number of mutations")
    void asManyAsAskedFor() throws Exception {
        List<byte[]> seeds = seeds();
        seeds.addAll(strangers());
        mutate(Integer.getInteger("flamemark.fuzz"), seeds);
        System.out.println(
                opened + " mutations opened and written back, " + refused + " refused, of " + seeds.size() + " files");
    }

    private void mutate(int count, List<byte[]> seeds) {
        Path file = folder.resolve("via_project.json");
        IntStream.range(0, count).parallel().forEach(i -> {
            byte[] bytes = new Mutator(i).damaged(seeds.get(i % seeds.size()));
            try {
                check(file, bytes, i % EDITED == 0);
            } catch (Throwable e) {
                throw new AssertionError(
                        "mutation " + i + ": " + e + "\n" + new String(bytes, StandardCharsets.UTF_8), e);
            }
        });
    }

    private void check(Path file, byte[] bytes, boolean edited) throws Exception {
        ViaLoading.Content content;
        ProjectFile open;
        try {
            content = ViaLoading.sniff(file, bytes);
            open = ProjectOpener.open(content);
            open.findings()
                    .forEach(f -> assertTrue(!f.message().isBlank() && !f.code().isBlank()));
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            refused.incrementAndGet();
            return;
        }
        opened.incrementAndGet();
        if (content.kind().isVia()) {
            ViaDocument document = load(content);
            assertArrayEquals(bytes, document.write(document.known()));
            if (edited) {
                edit(content, document);
            }
        }
    }

    /** An edit is written and read again, and its undoing leaves no trace. */
    private static void edit(ViaLoading.Content content, ViaDocument document) throws Exception {
        Project known = document.known();
        AttributeValue value = new AttributeValue.Text("x");
        List<ImageEntry> images = known.images().stream()
                .map(image -> image.withRegions(image.regions().stream()
                                .map(r -> r.withAttribute("fuzzed", value))
                                .toList())
                        .withAttribute("fuzzed", value))
                .toList();
        byte[] edited = document.write(known.withImages(images));
        ViaDocument again = load(ViaLoading.sniff(content.file(), edited));
        assertEquals(known.images().size(), again.known().images().size());
        assertEquals(known.regionCount(), again.known().regionCount());
        again.known()
                .images()
                .forEach(image -> assertEquals(value, image.attributes().get("fuzzed")));
        assertArrayEquals(content.bytes(), document.write(known));
    }

    private static ViaDocument load(ViaLoading.Content content) throws FormatException {
        AtomicLong ids = new AtomicLong();
        return ViaLoading.load(content, ViaDocument.Place.ALONE, ids).part().document();
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : Fixtures.ALL) {
            seeds.add(Fixtures.bytes(name));
        }
        for (String name : Fixtures.CSV) {
            seeds.add(Fixtures.bytes(name));
        }
        seeds.add(Fixtures.bytes("odd-definitions.json"));
        seeds.add(Fixtures.bytes("../exchange/via3/via3.json"));
        return seeds;
    }

    /** The smaller files of strangers, where there are some at hand. */
    private static List<byte[]> strangers() throws IOException {
        String shared = System.getProperty("flamemark.shared", "");
        Path corpus = Path.of(shared, "via-corpus");
        if (shared.isEmpty() || !Files.isDirectory(corpus)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(corpus)) {
            return files.filter(f -> !f.toString().endsWith(".md"))
                    .sorted()
                    .map(FuzzTest::bytes)
                    .filter(bytes -> bytes.length < SMALL)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
