package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import java.util.List;
import java.util.Map;

/**
 * How much there is to compute and to hold for one training image, by the sizes of the network's layers: for comparing
 * configurations, not for knowing seconds. What is counted are the multiplications of convolutions and matrices, in
 * thousand millions, forward and backward.
 *
 * @param step one training image, forward and backward
 * @param look one image to be judged, forward only
 * @param mebibytes memory of the weights with the optimizer's, and of what a batch leaves behind for the backward pass
 */
record Workload(double step, double look, double mebibytes) {

    /**
     * A residual network (He et al. 2015, Deep Residual Learning, table 1).
     *
     * @param multiplications at 224 x 224 pixels, thousand millions
     * @param weights millions, without the classifier
     * @param bytesPerPixel of the image that its maps take for the way back
     */
    private record Backbone(double multiplications, double weights, double bytesPerPixel) {}

    private static final Map<String, Backbone> BACKBONES = Map.of(
            "resnet18", new Backbone(1.8, 11.2, 900),
            "resnet34", new Backbone(3.6, 21.3, 1300),
            "resnet50", new Backbone(4.1, 23.5, 3300),
            "resnet101", new Backbone(7.8, 42.5, 4700));

    private static final double PAPER_PIXELS = 224 * 224;
    private static final int PAPER_CHANNELS = 64;
    private static final double GIGA = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    /** The pyramid's levels have a sixteenth of the pixels, a quarter of that, and so on. */
    private static final double PYRAMID_SHARE = (1 + 1 / 4.0 + 1 / 16.0 + 1 / 64.0) / 16;

    private static final int KERNEL = 3 * 3;
    private static final int TRANSPOSED_KERNEL = 2 * 2;
    private static final int BOX_CELLS = 7 * 7;
    private static final int MASK_CELLS = 14 * 14;

    /** 3x3 convolutions of the pyramid and of the region proposals over it. */
    private static final int PYRAMID_KERNELS = 5;

    /** About so many maps over the pyramid's pixels are kept for the way back. */
    private static final int PYRAMID_MAPS = 4;

    /** The transposed convolution makes a map of twice the height and width, as large as so many of the others. */
    private static final int ENLARGED_MAPS = 4;

    /** A backward pass computes the gradients of inputs and of weights: twice the forward pass. */
    private static final int FORWARD_AND_BACKWARD = 3;

    /** Weight, gradient, and the optimizer's two. */
    private static final int BYTES_PER_WEIGHT = 16;

    /**
     * What every image costs whatever the network: reading, matching, and layers too small to be fast. With it the
     * times of the presets, and of a network a sixteenth of the smallest, come out in their proportions, but for a
     * factor of 1.7 (two cores, 2026-11).
     */
    private static final double OVERHEAD = 1;

    private static final int FLOAT = Float.BYTES;

    /** Java, the libraries' code, and images read ahead. */
    private static final double BASE_MEBIBYTES = 700;

    static Workload of(RunConfig config, Dataset dataset) {
        RunConfig.Network network = config.network();
        RunConfig.Sampling sampling = config.sampling();
        double pixels = pixels(network, dataset.train());
        double looked = pyramid(network, pixels)
                + regions(network, sampling.detectionsPerImage(), sampling.detectionsPerImage());
        double learned = pyramid(network, pixels)
                + regions(
                        network,
                        sampling.roiBatchPerImage(),
                        sampling.roiBatchPerImage() * sampling.roiPositiveFraction());
        return new Workload(
                FORWARD_AND_BACKWARD * (learned + OVERHEAD) - notBackward(network, pixels),
                looked + OVERHEAD,
                memory(config, pixels));
    }

    /** Of stages that are frozen no gradient is computed; each holds about a quarter of the backbone's work. */
    private static double notBackward(RunConfig.Network network, double pixels) {
        double frozen = switch (network.trainableStages()) {
            case "heads" -> 1;
            case "5+" -> 0.75;
            case "4+" -> 0.5;
            case "3+" -> 0.25;
            default -> 0;
        };
        return (FORWARD_AND_BACKWARD - 1) * frozen * backboneWork(network, pixels);
    }

    private static double backboneWork(RunConfig.Network network, double pixels) {
        double width = (double) network.backboneChannels() / PAPER_CHANNELS;
        return backbone(network).multiplications() * width * width * pixels / PAPER_PIXELS;
    }

    /** Backbone, pyramid and the region proposals over it. */
    private static double pyramid(RunConfig.Network network, double pixels) {
        double fpn = network.fpnChannels();
        return backboneWork(network, pixels) + 2 * KERNEL * fpn * fpn * pixels * PYRAMID_SHARE / GIGA;
    }

    private static double regions(RunConfig.Network network, double boxes, double masks) {
        double fpn = network.fpnChannels();
        double head = network.headWidth();
        double box = boxes * (BOX_CELLS * fpn * head + head * head);
        double mask = masks * MASK_CELLS * fpn * fpn * (KERNEL * network.maskLayers() + TRANSPOSED_KERNEL);
        return (box + mask) / GIGA;
    }

    private static double memory(RunConfig config, double pixels) {
        RunConfig.Network network = config.network();
        double width = (double) network.backboneChannels() / PAPER_CHANNELS;
        double fpn = network.fpnChannels();
        double weights = backbone(network).weights() * 1e6 * width * width
                + BOX_CELLS * fpn * network.headWidth()
                + KERNEL * fpn * fpn * (network.maskLayers() + PYRAMID_KERNELS);
        double image =
                pixels * (backbone(network).bytesPerPixel() * width + PYRAMID_MAPS * FLOAT * fpn * PYRAMID_SHARE);
        double regions = FLOAT
                * fpn
                * config.sampling().roiBatchPerImage()
                * (2 * BOX_CELLS
                        + config.sampling().roiPositiveFraction()
                                * 2
                                * MASK_CELLS
                                * (network.maskLayers() + ENLARGED_MAPS));
        return BASE_MEBIBYTES
                + (weights * BYTES_PER_WEIGHT + config.optimization().batchSize() * (image + regions)) / MEBIBYTE;
    }

    private static Backbone backbone(RunConfig.Network network) {
        return BACKBONES.get(network.backbone());
    }

    /** Of an image as the network sees it, on average. */
    private static double pixels(RunConfig.Network network, List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> pixels(network, sample))
                .average()
                .orElse((double) network.minSize() * network.maxSize());
    }

    private static double pixels(RunConfig.Network network, Sample sample) {
        double shorter = Math.min(sample.width(), sample.height());
        double longer = Math.max(sample.width(), sample.height());
        double scale = Math.min(network.minSize() / shorter, network.maxSize() / longer);
        return shorter * longer * scale * scale;
    }
}
