package io.flamemark.weights;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of which a part may be here already. The rest is asked for (RFC 9110, sections 13.1.5 and 14.2) only where the
 * server can tell, by the mark it gave to the first part, that the file is still the same; otherwise it is begun anew.
 */
final class PartialDownload {

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int OUT_OF_RANGE = 416;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final Http http;
    private final URI url;
    private final Path file;
    private final FileChannel channel;

    /**
     * The way to the server.
     *
     * @param patience how long nothing may come
     */
    record Http(HttpClient client, Duration patience) {}

    PartialDownload(Http http, URI url, Path file, FileChannel channel) {
        this.http = http;
        this.url = url;
        this.file = file;
        this.channel = channel;
    }

    URI url() {
        return url;
    }

    Path file() {
        return file;
    }

    /** Bytes that are here. */
    long length() throws IOException {
        return channel.size();
    }

    /** Forgets what is here. */
    void discard() throws IOException {
        channel.truncate(0);
        Files.deleteIfExists(mark(file));
    }

    /** The file that keeps the server's mark of a part. */
    static Path mark(Path part) {
        return part.resolveSibling(part.getFileName() + ".mark");
    }

    /**
     * Fetches what is missing.
     *
     * @throws WeightsException if the server refuses, which another attempt would not change
     * @throws IOException if the connection breaks; what has come is kept
     */
    void goOn(WeightsDownload.Watch watch) throws IOException {
        String mark = Files.exists(mark(file)) ? Files.readString(mark(file)) : "";
        if (mark.isEmpty()) {
            discard();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(ANSWER);
        if (length() > 0) {
            request.header("Range", "bytes=" + length() + "-").header("If-Range", mark);
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            long total = begin(response);
            if (total >= 0) {
                copy(body, total, watch);
            }
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the download was interrupted");
        }
    }

    /** Makes ready for the body and returns the length of the whole: 0 if unknown, -1 if nothing is missing. */
    private long begin(HttpResponse<InputStream> response) throws IOException {
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        switch (response.statusCode()) {
            case OK:
                discard();
                Files.writeString(mark(file), markOf(response));
                return length;
            case PARTIAL:
                Matcher range = CONTENT_RANGE.matcher(
                        response.headers().firstValue("Content-Range").orElse(""));
                if (!range.matches() || Long.parseLong(range.group(1)) != length()) {
                    discard();
                    throw new IOException("the server sent another part than was asked for");
                }
                return range.group(2).equals("*") ? length() + length : Long.parseLong(range.group(2));
            case OUT_OF_RANGE:
                return -1;
            default:
                throw new WeightsException(
                        "The server answers " + response.statusCode() + " to a request for " + url + ".");
        }
    }

    /** A weak tag does not promise the same bytes; without a mark the part is of no use to a later attempt. */
    private static String markOf(HttpResponse<InputStream> response) {
        String tag = response.headers().firstValue("ETag").orElse("W/");
        return tag.startsWith("W/")
                ? response.headers().firstValue("Last-Modified").orElse("")
                : tag;
    }

    private void copy(InputStream body, long total, WeightsDownload.Watch watch) throws IOException {
        AtomicLong done = new AtomicLong(length());
        channel.position(done.get());
        byte[] buffer = new byte[BUFFER];
        try (StallGuard guard = new StallGuard(body, done::get, watch, http.patience())) {
            for (int n = read(body, buffer, guard); n >= 0; n = read(body, buffer, guard)) {
                FileBytes.write(channel, ByteBuffer.wrap(buffer, 0, n));
                watch.progress(done.addAndGet(n), total);
            }
        }
        channel.force(true);
        if (total > 0 && done.get() != total) {
            throw new IOException("only " + done + " of " + total + " bytes came");
        }
    }

    /** Reads a piece; what the guard has to say counts more than that the stream is closed. */
    private static int read(InputStream body, byte[] buffer, StallGuard guard) throws IOException {
        try {
            int n = body.read(buffer);
            guard.check();
            return n;
        } catch (IOException e) {
            guard.check();
            throw e;
        }
    }
}
