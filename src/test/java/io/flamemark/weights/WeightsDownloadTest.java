package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Fetching published weights")
class WeightsDownloadTest {

    private static final int LENGTH = 300_000;
    private static final byte[] CONTENT = new byte[LENGTH];
    private static final PublishedFile WEIGHTS;

    static {
        new Random(1).nextBytes(CONTENT);
        WEIGHTS = new PublishedFile("test", "test-" + Sha256.of(CONTENT).substring(0, 8) + ".pth");
    }

    @TempDir
    Path folder;

    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService handlers = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile Answer answer = Answer.WHOLE;
    private volatile int status = 200;
    private final CountDownLatch released = new CountDownLatch(1);

    /** How the server behaves. */
    private enum Answer {
        WHOLE,
        CUT_ONCE,
        DIES_AFTER_A_THIRD,
        IGNORES_RANGE,
        WRONG,
        STALLS
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(handlers);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        handlers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range + " " + exchange.getRequestHeaders().getFirst("If-Range"));
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
        } else if (range != null && answer != Answer.IGNORES_RANGE) {
            int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH);
            exchange.sendResponseHeaders(206, LENGTH - from);
            send(exchange, from);
        } else {
            exchange.sendResponseHeaders(200, LENGTH);
            send(exchange, 0);
        }
        exchange.close();
    }

    private void send(HttpExchange exchange, int from) throws IOException {
        byte[] body = Arrays.copyOfRange(CONTENT, from, LENGTH);
        if (answer == Answer.WRONG) {
            body[body.length - 1]++;
        }
        boolean cut = answer == Answer.CUT_ONCE || answer == Answer.DIES_AFTER_A_THIRD || answer == Answer.STALLS;
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, cut ? Math.max(0, LENGTH / 3 - from) : body.length);
        out.flush();
        if (answer == Answer.STALLS) {
            await();
        } else if (answer == Answer.CUT_ONCE) {
            answer = Answer.WHOLE;
        }
    }

    private void await() {
        try {
            released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WeightsCache cache() {
        return new WeightsCache(folder.resolve("weights"));
    }

    private Path fetch() throws IOException {
        return fetch((done, total) -> {});
    }

    private Path fetch(WeightsDownload.Watch watch) throws IOException {
        return download(Duration.ofSeconds(60)).fetch(WEIGHTS, watch);
    }

    private WeightsDownload download(Duration patience) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/models");
        return new WeightsDownload(cache(), url, patience);
    }

    private void assertWhole(Path file) throws IOException {
        assertEquals(cache().file(WEIGHTS), file);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        try (var files = Files.list(cache().folder())) {
            assertEquals(List.of(file), files.toList(), "nothing else is left behind");
        }
    }

    @Test
    @DisplayName("brings the whole file, tells how far it is, and does so once")
    void whole() throws IOException {
        List<Long> told = new ArrayList<>();
        assertWhole(fetch((done, total) -> {
            assertEquals(LENGTH, total);
            told.add(done);
        }));
        assertEquals(LENGTH, told.get(told.size() - 1));
        fetch();
        assertEquals(List.of("null null"), ranges, "the second time it is there");
    }

    @Test
    @DisplayName("goes on by itself where the connection broke")
    void cutOnce() throws IOException {
        answer = Answer.CUT_ONCE;
        assertWhole(fetch());
        assertEquals(List.of("null null", "bytes=" + LENGTH / 3 + "- \"one\""), ranges);
    }

    @Test
    @DisplayName("keeps what came of a broken connection, and goes on with it the next time")
    void broken() throws IOException {
        answer = Answer.DIES_AFTER_A_THIRD;
        WeightsException refusal = assertThrows(WeightsException.class, this::fetch);
        assertTrue(refusal.getMessage().contains("the connection broke"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("What has come is kept."), refusal.getMessage());
        answer = Answer.WHOLE;
        assertWhole(fetch());
        assertEquals("bytes=" + LENGTH / 3 + "- \"one\"", ranges.get(ranges.size() - 1));
    }

    @Test
    @DisplayName("gives up on a server that says nothing more")
    void stalls() {
        answer = Answer.STALLS;
        WeightsException refusal = assertThrows(
                WeightsException.class, () -> download(Duration.ofMillis(300)).fetch(WEIGHTS, (done, total) -> {}));
        assertTrue(refusal.getMessage().contains("nothing came for"), refusal.getMessage());
    }

    @Test
    @DisplayName("cancelled keeps what came, and goes on with it the next time")
    void cancelled() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        answer = Answer.STALLS;
        assertThrows(
                CancellationException.class,
                () -> fetch(new WeightsDownload.Watch() {
                    @Override
                    public void progress(long done, long total) {
                        cancelled.set(true);
                    }

                    @Override
                    public boolean isCancelled() {
                        return cancelled.get();
                    }
                }));
        answer = Answer.WHOLE;
        assertWhole(fetch());
        assertTrue(ranges.get(1).startsWith("bytes="), ranges::toString);
    }

    @Test
    @DisplayName("begins anew where the server knows nothing of parts, or the file has changed")
    void ignoresRange() throws IOException {
        answer = Answer.IGNORES_RANGE;
        Files.createDirectories(cache().folder());
        Path part = cache().folder().resolve(WEIGHTS.fileName() + ".part");
        Files.write(part, new byte[1000]);
        Files.writeString(PartialDownload.mark(part), "\"old\"");
        assertWhole(fetch());
        assertEquals(List.of("bytes=1000- \"old\""), ranges);
    }

    @Test
    @DisplayName("throws away what is not what the name promises, even where only its beginning was wrong")
    void wrong() throws IOException {
        answer = Answer.WRONG;
        WeightsException refusal = assertThrows(WeightsException.class, this::fetch);
        assertTrue(refusal.getMessage().contains(WEIGHTS.hashPrefix()), refusal.getMessage());
        assertFalse(cache().has(WEIGHTS));

        answer = Answer.WHOLE;
        Path part = cache().folder().resolve(WEIGHTS.fileName() + ".part");
        Files.write(part, new byte[1000], StandardOpenOption.CREATE);
        Files.writeString(PartialDownload.mark(part), "\"one\"");
        assertWhole(fetch());
        assertEquals(3, ranges.size(), "wrong, a part continued, and all again");
    }

    @Test
    @DisplayName("refused says what the server answered, and how to do it by hand")
    void missing() {
        status = 404;
        WeightsException refusal = assertThrows(WeightsException.class, this::fetch);
        assertTrue(refusal.getMessage().contains("404"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("/models/" + WEIGHTS.fileName()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(cache().folder().toString()), refusal.getMessage());
    }

    @Test
    @DisplayName("without a connection says so, and how to do it by hand")
    void offline() {
        server.stop(0);
        WeightsException refusal = assertThrows(WeightsException.class, this::fetch);
        assertTrue(refusal.getMessage().contains("there is no connection"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("by hand and put it into " + cache().folder()), refusal.getMessage());
    }

    @Test
    @DisplayName("twice at a time is refused")
    void twice() throws IOException {
        AtomicBoolean tried = new AtomicBoolean();
        assertWhole(fetch((done, total) -> {
            if (tried.compareAndSet(false, true)) {
                assertThrows(FileSystemException.class, this::fetch);
            }
        }));
        assertTrue(tried.get());
    }

    @Test
    @DisplayName("has torchvision's addresses, each with the beginning of its hash")
    void addresses() {
        assertEquals("https://download.pytorch.org/models/", Pretrained.FOLDER.toString());
        assertEquals("bf2d0c1e", Pretrained.COCO.file().hashPrefix());
        assertEquals(List.of("coco", "resnet18", "resnet34", "resnet50", "resnet101"), Pretrained.titles());
        Pretrained.titles()
                .forEach(title -> assertTrue(
                        Pretrained.named(title)
                                .orElseThrow()
                                .file()
                                .hashPrefix()
                                .matches("[0-9a-f]{8}"),
                        title));
    }
}
