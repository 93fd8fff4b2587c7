package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.NetworkParity.assertFinds;
import static io.flamemark.maskrcnn.NetworkParity.assertLosses;
import static io.flamemark.maskrcnn.NetworkParity.differingGradients;
import static io.flamemark.maskrcnn.NetworkParity.learn;
import static io.flamemark.maskrcnn.NetworkParity.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.maskrcnn.weights.WeightLoading;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code maskrcnn_resnet50_fpn} at its full size, where a folder that {@code src/test/reference/full_size.py} wrote is
 * at hand: property {@code flamemark.reference}.
 */
@Tag("full")
class TorchvisionFullSizeTest {

    private static final int CLASSES = 91;
    private static final RunConfig.Network LIKE = RunConfig.Network.torchvision("resnet50", "none");
    private static final RunConfig.Network ALL_TRAINED = new RunConfig.Network(
            LIKE.backbone(),
            LIKE.backboneChannels(),
            LIKE.norm(),
            LIKE.recipe(),
            LIKE.weights(),
            LIKE.minSize(),
            LIKE.maxSize(),
            LIKE.fpnChannels(),
            LIKE.headWidth(),
            LIKE.maskLayers(),
            "all");

    private static Path folder;
    private static Reference expected;

    @BeforeAll
    static void open() {
        String property = System.getProperty("flamemark.reference");
        assumeTrue(property != null && Files.isDirectory(Path.of(property)), "no folder of reference values");
        folder = Path.of(property);
        expected = Reference.at(folder.resolve("expected.safetensors"));
    }

    private static MaskRcnn network(int proposals, int rois) throws IOException {
        RunConfig.Sampling sampling = new RunConfig.Sampling(256, 2000, proposals, rois, 0.25, 20, 0.05, 0.5);
        MaskRcnn network = MaskRcnn.blank(ALL_TRAINED, sampling, CLASSES);
        WeightLoading.loadAll(folder.resolve("weights.safetensors"), network.parameters());
        return network;
    }

    @Test
    void findsWhatTorchvisionFinds() throws IOException {
        try (MaskRcnn network = network(2000, 512)) {
            assertFinds(expected, "", network, Formula.image("full" + expected.ints("salt")[0], 640, 427, 7));
        }
    }

    /** With few proposals, all of which are learned from: of thousands some are so alike that a rounding swaps them. */
    @Test
    void learnsAsTorchvisionDoes() throws IOException {
        List<RgbImage> images = List.of(Formula.image("taught", 800, 800, 25));
        Truth truth = truth(
                new int[] {17, 60},
                Polygon.of(20.2, 55.4, 297.6, 9.3, 320.7, 288.1, 141.3, 401.9),
                Polygon.of(450.4, 200.2, 639.8, 200.2, 600.8, 426.3));
        try (MaskRcnn network = network(300, 2048)) {
            assertLosses(expected.floats("losses"), learn(network, images, List.of(truth)));
            assertEquals(Set.of(), differingGradients(expected, network));
        }
    }
}
