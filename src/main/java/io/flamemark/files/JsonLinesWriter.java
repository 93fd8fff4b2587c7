package io.flamemark.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends JSON objects to a file, one a line; each is handed to the operating system before {@link #write} returns, so
 * that it outlives this process. Safe for use by several threads.
 */
public final class JsonLinesWriter implements Closeable {

    private final FileChannel channel;

    private JsonLinesWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens {@code file} at its end, making it if need be; a torn last line is cut off first. */
    public static JsonLinesWriter append(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        JsonLinesWriter writer = new JsonLinesWriter(channel);
        writer.repairEnd();
        return writer;
    }

    public synchronized void write(JsonObject object) throws IOException {
        long start = channel.position();
        try {
            put(object + "\n");
        } catch (IOException e) {
            // A full disk takes half a line; left there, the next one would make the file unreadable.
            channel.truncate(start);
            throw e;
        }
    }

    /** Forces what was written to the disk, so that it outlives a power cut. */
    public synchronized void force() throws IOException {
        channel.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private void repairEnd() throws IOException {
        long size = channel.size();
        long lineStart = startOfLastLine(size);
        ByteBuffer rest = ByteBuffer.allocate((int) (size - lineStart));
        channel.read(rest, lineStart);
        String text = new String(rest.array(), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            channel.position(size);
        } else if (JsonLines.isTorn(text)) {
            channel.truncate(lineStart).position(lineStart);
        } else {
            channel.position(size);
            put("\n");
        }
    }

    private long startOfLastLine(long size) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long i = size; i > 0; i--) {
            one.clear();
            channel.read(one, i - 1);
            if (one.get(0) == '\n') {
                return i;
            }
        }
        return 0;
    }

    private void put(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
