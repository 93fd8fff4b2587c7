package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feature maps of images in one file, which the system keeps in memory as far as there is room. What does not fit into
 * the budget is not kept. The file is gone when the store is closed, or its process has ended in whatever way.
 */
final class FeatureStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureStore.class);

    /** The share of the free disk that is left alone. */
    private static final int LEFT_FREE = 2;

    private final Map<Object, Kept> kept = new HashMap<>();
    private final FileChannel channel;
    private long budget;
    private long end;

    private record Kept(long place, List<Shape> shapes) {}

    private FeatureStore(FileChannel channel, long budget) {
        this.channel = channel;
        this.budget = budget;
    }

    /**
     * @param file made anew
     * @param budget bytes it may have; never more than half of what is free
     */
    static FeatureStore open(Path file, long budget) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        return new FeatureStore(channel, Math.min(budget, free / LEFT_FREE));
    }

    /** The shapes of the maps kept under a key. */
    Optional<List<Shape>> shapes(Object key) {
        return Optional.ofNullable(kept.get(key)).map(Kept::shapes);
    }

    /**
     * Reads the maps of a key.
     *
     * @param maps as long as its shapes say; filled
     * @return whether that went well; if not, they are forgotten
     */
    boolean read(Object key, List<ByteBuffer> maps) {
        long at = kept.get(key).place();
        try {
            for (ByteBuffer map : maps) {
                ByteBuffer rest = map.duplicate();
                while (rest.hasRemaining()) {
                    int count = channel.read(rest, at);
                    if (count < 0) {
                        throw new IOException("the file is cut short");
                    }
                    at += count;
                }
            }
            return true;
        } catch (IOException e) {
            LOG.warn("Features that were kept cannot be read and are computed again", e);
            kept.remove(key);
            return false;
        }
    }

    /** Keeps the maps of a key, if there is room. */
    void write(Object key, List<Shape> shapes, List<ByteBuffer> maps) {
        long size = maps.stream().mapToLong(ByteBuffer::remaining).sum();
        if (end + size > budget) {
            return;
        }
        long at = end;
        try {
            for (ByteBuffer map : maps) {
                ByteBuffer rest = map.duplicate();
                while (rest.hasRemaining()) {
                    at += channel.write(rest, at);
                }
            }
            kept.put(key, new Kept(end, shapes));
            end += size;
        } catch (IOException e) {
            LOG.warn("No more features can be kept", e);
            budget = end;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
