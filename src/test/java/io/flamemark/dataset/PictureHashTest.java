package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureHashTest {

    @TempDir
    Path folder;

    /** Soft blots of light, as unlike from seed to seed as photographs are. */
    static RgbImage blots(int width, int height, long seed) {
        Random random = new Random(seed);
        double[] sum = new double[width * height];
        for (int blot = 0; blot < 12; blot++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            double reach = (0.05 + 0.2 * random.nextDouble()) * width;
            double light = 200 * random.nextDouble();
            for (int i = 0; i < sum.length; i++) {
                double dx = i % width - x;
                double dy = i / width - y;
                sum[i] += light * Math.exp(-(dx * dx + dy * dy) / (2 * reach * reach));
            }
        }
        int[] rgb = new int[sum.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (int) Math.min(255, sum[i]) * 0x010101;
        }
        return new RgbImage(width, height, rgb);
    }

    private static RgbImage brighter(RgbImage image) {
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Math.min(255, (image.rgb()[i] & 0xff) + 12) * 0x010101;
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    @Test
    @DisplayName("a picture made smaller, brighter or compressed hard counts as the same")
    void same() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            RgbImage image = blots(160, 120, seed);
            PictureHash hash = PictureHash.of(image);
            assertTrue(hash.distance(PictureHash.of(ImageScaler.scale(image, 90, 70))) <= PictureHash.SAME);
            assertTrue(hash.distance(PictureHash.of(brighter(image))) <= PictureHash.SAME);
            Path file = folder.resolve(seed + ".jpg");
            ImageEncoder.write(image, file, 0.3);
            Sample sample = new Sample("a", file, 160, 120, List.of());
            PictureHash compressed =
                    new PictureHashes().of(List.of(sample), share -> true).get("a");
            assertTrue(hash.distance(compressed) <= PictureHash.SAME);
        }
    }

    private static RgbImage mirrored(RgbImage image) {
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % image.width();
            rgb[i] = image.rgb()[i - x + image.width() - 1 - x];
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    @Test
    @DisplayName("a picture and its mirror image count as the same, seen from either side")
    void mirrored() {
        for (long seed = 0; seed < 5; seed++) {
            PictureHash hash = PictureHash.of(blots(160, 120, seed));
            PictureHash turned = PictureHash.of(mirrored(blots(160, 120, seed)));
            assertTrue(Long.bitCount(hash.bits() ^ turned.bits()) > PictureHash.SAME, "not by their own bits alone");
            assertTrue(hash.distance(turned) <= 1);
            assertEquals(hash.distance(turned), turned.distance(hash));
        }
    }

    @Test
    @DisplayName("other pictures are far from it")
    void different() {
        for (long seed = 0; seed < 12; seed++) {
            PictureHash hash = PictureHash.of(blots(80, 60, seed));
            for (long other = 0; other < seed; other++) {
                assertTrue(hash.distance(PictureHash.of(blots(80, 60, other))) > PictureHash.SAME_SCENE / 2);
            }
        }
        int[] dark = new int[400];
        assertEquals(0, PictureHash.of(new RgbImage(20, 20, dark)).bits());
    }

    @Test
    @DisplayName("a picture is read again once its file has changed, and never where it cannot be")
    void cached() throws IOException {
        Path file = folder.resolve("changing.png");
        ImageEncoder.write(blots(40, 30, 1), file, ImageEncoder.USUAL_QUALITY);
        PictureHashes hashes = new PictureHashes();
        List<Sample> samples = List.of(
                new Sample("a", file, 40, 30, List.of()),
                new Sample("gone", folder.resolve("gone.png"), 1, 1, List.of()));
        Map<String, PictureHash> first = hashes.of(samples, share -> true);
        assertEquals(first, hashes.of(samples, share -> true));
        assertEquals(1, first.size());
        ImageEncoder.write(blots(60, 30, 2), file, ImageEncoder.USUAL_QUALITY);
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5000));
        assertTrue(first.get("a").distance(hashes.of(samples, share -> true).get("a")) > PictureHash.SAME);
        assertEquals(0, hashes.of(samples.subList(1, 2), share -> false).size());
    }
}
