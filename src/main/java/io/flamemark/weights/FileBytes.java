package io.flamemark.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file by their place in it, little-endian; the file stays open until this is closed. */
final class FileBytes implements Closeable {

    private static final int PIECE = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private FileBytes(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static FileBytes open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new WeightsException(path, "there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new WeightsException(path, "is a folder, not a file of weights");
        }
        if (!Files.isRegularFile(path)) {
            throw new WeightsException(path, "is a device, not a file of weights");
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileBytes(path, channel, channel.size());
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    /** @throws WeightsException if the file ends before */
    ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || length > size - position) {
            throw new WeightsException(path, "is cut short");
        }
        return fill(ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN), position);
    }

    /** Hands out a stretch in pieces. */
    void stream(long position, long length, Tensor.Sink sink) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length)).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = 0; at < length; at += PIECE) {
            piece.clear().limit((int) Math.min(PIECE, length - at));
            sink.accept(fill(piece, position + at));
        }
    }

    /** A stretch as memory that the system reads in when it is touched. */
    ByteBuffer map(long position, long length) throws IOException {
        if (length > Integer.MAX_VALUE) {
            throw new WeightsException(path, "has a tensor that is spread over more than 2 GiB");
        }
        return channel.map(FileChannel.MapMode.READ_ONLY, position, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer fill(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new WeightsException(path, "was cut short while it was read");
            }
        }
        return buffer.flip();
    }

    /** Writes all of a buffer where the channel stands. */
    static void write(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
