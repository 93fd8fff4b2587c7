package io.flamemark.imaging;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How a stored image must be turned to stand upright: the eight values of EXIF's orientation tag (0x0112), in their
 * order. {@code swapped} exchanges the axes (a flip about the main diagonal); mirrors are applied to the result.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_180(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, true, false),
    TRANSVERSE(true, true, true),
    TURNED_LEFT(true, false, true);

    private final boolean swapped;
    private final boolean mirroredX;
    private final boolean mirroredY;

    Orientation(boolean swapped, boolean mirroredX, boolean mirroredY) {
        this.swapped = swapped;
        this.mirroredX = mirroredX;
        this.mirroredY = mirroredY;
    }

    /** What the file says; upright where it says nothing that can be read. */
    static Orientation of(Path file) {
        try {
            Metadata metadata = PngExif.isPng(file) ? ofPng(file) : ImageMetadataReader.readMetadata(file.toFile());
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer tag = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return tag == null || tag < 1 || tag > values().length ? UPRIGHT : values()[tag - 1];
        } catch (ImageProcessingException | IOException e) {
            return UPRIGHT;
        }
    }

    private static Metadata ofPng(Path file) throws IOException {
        Metadata metadata = new Metadata();
        PngExif.of(file).ifPresent(exif -> new ExifReader().extract(new ByteArrayReader(exif), metadata));
        return metadata;
    }

    ImageDecoder.Size applyTo(ImageDecoder.Size stored) {
        return swapped ? new ImageDecoder.Size(stored.height(), stored.width()) : stored;
    }

    RgbImage applyTo(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        int[] turned = new int[width * height];
        for (int y = 0; y < height; y++) {
            int v = mirroredY ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int u = mirroredX ? width - 1 - x : x;
                turned[y * width + x] = stored.rgb()[swapped ? u * stored.width() + v : v * stored.width() + u];
            }
        }
        return new RgbImage(width, height, turned);
    }
}
