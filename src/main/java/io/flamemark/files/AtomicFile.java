package io.flamemark.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replacement of a whole file so that at any moment, power cuts included, either the old or the new content is there:
 * a temporary file in the same folder, forced to the disk, then renamed over the old one.
 */
public final class AtomicFile {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

    private static final String TEMPORARY = ".flamemark-";
    private static final String TEMPORARY_END = ".tmp";
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private AtomicFile() {}

    /**
     * Writes {@code content} to {@code file}, whose folder must exist.
     *
     * @throws AccessDeniedException if there is a file that is read-only; renaming over it would pay no heed to that
     * @throws IOException if it cannot be written; the old file is then as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, channel -> {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        });
    }

    /** Writes what a file holds, from its beginning. */
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /** {@link #write(Path, byte[])} of what is too large to be held in memory. */
    public static void write(Path file, Content content) throws IOException {
        // A link stays a link: its target is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        requireWritable(target);
        // Of one length for every file, so that names as long as the system allows can be written.
        Path temporary = target.resolveSibling(TEMPORARY + UUID.randomUUID() + TEMPORARY_END);
        try {
            writeForced(temporary, content);
            copyPermissions(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(target.getParent());
    }

    /** {@link #write(Path, byte[])} of a text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Removes what programs that were killed while they wrote have left in a folder, an hour ago or earlier: what is younger
     * may still be written. What cannot be removed stays.
     */
    public static void removeLeftovers(Path folder) {
        FileTime before = FileTime.from(Instant.now().minus(LEFTOVER_AGE));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, TEMPORARY + "*" + TEMPORARY_END)) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).compareTo(before) < 0) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What was left in {} could not be removed: {}", folder, e.toString());
        }
    }

    private static void writeForced(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    private static void requireWritable(Path file) throws IOException {
        if (Files.exists(file) && (!Files.isWritable(file) || isWritableByNobody(file))) {
            throw new AccessDeniedException(file.toString(), null, "the file is read-only");
        }
    }

    /** An administrator may write even then, but whoever took all permission away wanted the file to stay. */
    private static boolean isWritableByNobody(Path file) throws IOException {
        return hasPermissions(file)
                && Collections.disjoint(
                        Files.getPosixFilePermissions(file),
                        EnumSet.of(
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.GROUP_WRITE,
                                PosixFilePermission.OTHERS_WRITE));
    }

    /** Some mounts give every file the same permissions and refuse to set any; the content counts more. */
    private static void copyPermissions(Path from, Path to) {
        try {
            if (Files.exists(from) && hasPermissions(to)) {
                Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(from);
                if (!wanted.equals(Files.getPosixFilePermissions(to))) {
                    Files.setPosixFilePermissions(to, wanted);
                }
            }
        } catch (IOException e) {
            LOG.warn("The permissions of {} could not be kept.", from, e);
        }
    }

    private static boolean hasPermissions(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the rename itself last; Windows cannot open a folder and needs no such thing. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The content is safe already; only its name could be the old one after a power cut.
        }
    }
}
