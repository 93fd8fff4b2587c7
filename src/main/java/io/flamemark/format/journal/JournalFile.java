package io.flamemark.format.journal;

import io.flamemark.files.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The file of a journal, open and locked against other programs. Bytes are there for good once {@link #append} has
 * returned; a failure leaves what was there before, and the next bytes take the place of those that failed.
 */
final class JournalFile implements Closeable {

    /** Opens a file; tests give disks that are full. */
    @FunctionalInterface
    interface Disk {
        FileChannel open(Path file, Set<StandardOpenOption> options) throws IOException;
    }

    /** A real one. */
    static final Disk DISK = FileChannel::open;

    private static final Set<StandardOpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    /** Behind all content: on some systems locked bytes cannot be read by others. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel channel;
    private long end;

    private JournalFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.end = end;
    }

    /**
     * Makes the file with its first bytes, in place of one that may be there; at any moment the old or the new one is
     * there, whole.
     *
     * @throws JournalInUseException if another program holds the old one
     */
    static JournalFile replace(Path path, byte[] content, Disk disk) throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path) && isHeld(path)) {
            throw new JournalInUseException(path);
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        FileChannel channel = disk.open(fresh, OPTIONS);
        try {
            // Whoever makes a journal for the same project at the same moment makes the same file.
            lock(channel, path);
            channel.truncate(0);
            JournalFile file = new JournalFile(path, channel, 0);
            file.append(content);
            move(fresh, path);
            AtomicFile.forceFolder(path.getParent());
            return file;
        } catch (JournalInUseException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    /** Whether another program writes the journal now. Not for a file this program has open itself. */
    static boolean isHeld(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            lock(channel, path);
            return false;
        } catch (JournalInUseException e) {
            return true;
        } catch (IOException e) {
            // No locks on this disk, or no right to write: then nobody holds it in a way that could be seen.
            return false;
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            throw new JournalInUseException(path);
        }
        if (lock == null) {
            throw new JournalInUseException(path);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path path() {
        return path;
    }

    /** Where the next bytes go. */
    long end() {
        return end;
    }

    /** Writes bytes and forces them to the disk. */
    void append(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long at = end;
        while (rest.hasRemaining()) {
            at += channel.write(rest, at);
        }
        channel.force(false);
        end = at;
    }

    /** What was appended from a place on. */
    byte[] read(long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    /** Lets go of the file; it stays. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Lets go of the file and removes it. */
    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
