package io.flamemark.imaging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The EXIF data of a PNG: the content of its chunk {@code eXIf}. No other chunk is looked into, since compressed ones may
 * unfold to any size. Source: Portable Network Graphics, third edition, 5.3 and 11.3.4.5.
 */
final class PngExif {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int EXIF = 0x65584966;
    private static final int END = 0x49454e44;
    private static final int CHECKSUM = 4;

    /** What cameras write takes some kilobytes. */
    private static final int LARGEST = 1 << 20;

    private PngExif() {}

    static boolean isPng(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readLong() == SIGNATURE;
        } catch (EOFException e) {
            return false;
        }
    }

    /** The data of a file that {@link #isPng}; none where it has none, or is damaged before them. */
    static Optional<byte[]> of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(Long.BYTES);
            while (true) {
                int length = in.readInt();
                int kind = in.readInt();
                if (kind == EXIF && length >= 0 && length <= LARGEST) {
                    byte[] data = in.readNBytes(length);
                    return data.length == length ? Optional.of(data) : Optional.empty();
                }
                if (kind == END || length < 0) {
                    return Optional.empty();
                }
                in.skipNBytes((long) length + CHECKSUM);
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }
}
