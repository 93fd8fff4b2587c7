package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Small pictures of bright polygons on dark ground, written as files, with their outlines. */
final class FireDrawing {

    static final int WIDTH = 160;
    static final int HEIGHT = 120;

    private FireDrawing() {}

    static Sample write(Path folder, String name, Polygon... fires) throws IOException {
        List<Mask> masks = List.of(fires).stream()
                .map(fire -> PolygonRasterizer.rasterize(fire, WIDTH, HEIGHT))
                .toList();
        Random random = new Random(name.hashCode());
        int[] rgb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean burning = masks.stream().anyMatch(mask -> mask.get(x, y));
            int noise = random.nextInt(24);
            rgb[i] = burning
                    ? (230 + noise) << 16 | (130 + 2 * noise) << 8 | 20 + noise
                    : noise << 16 | (50 + noise) << 8 | noise;
        }
        Path file = folder.resolve(name);
        ImageEncoder.write(new RgbImage(WIDTH, HEIGHT, rgb), file, 1);
        List<Instance> instances = List.of(fires).stream()
                .map(fire -> new Instance(1, List.of(fire)))
                .toList();
        return new Sample(name, file, WIDTH, HEIGHT, instances);
    }
}
