package io.flamemark.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads UTF-8 lines of bounded length, so that a worker gone mad cannot fill this process's memory: what exceeds the
 * limit is dropped up to the end of the line.
 */
final class LineReader implements Closeable {

    private final InputStream in;
    private final int limit;

    /** @param limit bytes a line may have */
    LineReader(InputStream in, int limit) {
        this.in = new BufferedInputStream(in);
        this.limit = limit;
    }

    /** The next line without its end, empty at the end of the stream; a last line without an end is one too. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < limit) {
                line.write(c);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
