package io.flamemark.augment;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import java.util.List;

/** Pictures that are white exactly where their object is, and configurations to look at them with. */
final class Drawn {

    private Drawn() {}

    static LabelledImage polygon(int width, int height, Polygon outline) {
        Mask mask = PolygonRasterizer.rasterize(outline, width, height);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = mask.get(i % width, i / width) ? 0xffffff : 0;
        }
        return new LabelledImage("drawn", new RgbImage(width, height, rgb), List.of(new Instance(1, List.of(outline))));
    }

    static RunConfig config(String recipe, int minSize, int maxSize, Augmenting augmenting) {
        return new RunConfig(
                RunConfig.VERSION,
                "test",
                new RunConfig.Network("resnet18", 64, "group", recipe, "none", minSize, maxSize, 64, 64, 1, "all"),
                RunConfig.Sampling.torchvision(),
                new RunConfig.Optimization("sgd", 1, 1, 1, 0.01, 0.9, 0, 0, "constant", 0),
                augmenting,
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 1, "cpu"));
    }

    static Augmenter augmenter(Augmenting augmenting) {
        return new Augmenter(config("scratch", 64, 128, augmenting));
    }
}
