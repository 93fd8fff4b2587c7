package io.flamemark.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network that a file's tensors belong to, as their names and shapes tell: a residual network, and in a detector's
 * file the pyramid and the heads on it.
 *
 * @param backbone resnet18, resnet34, resnet50 or resnet101
 * @param backboneChannels width of its first stage, 64 in torchvision's
 * @param batchNorm whether its norms have statistics, as pretrained networks do; else they are group norms
 * @param heads of a detector; empty where the file holds a residual network alone
 */
public record Architecture(String backbone, int backboneChannels, boolean batchNorm, Optional<Heads> heads) {

    /**
     * What stands on the residual network.
     *
     * @param fpnChannels width of the feature pyramid
     * @param headWidth width of the box head's two layers
     * @param maskLayers convolutions of the mask head
     * @param classes it tells apart, background included
     */
    public record Heads(int fpnChannels, int headWidth, int maskLayers, int classes) {}

    /**
     * Four times the paper's. Wider networks are not made: their memory would be taken before anything was learned of
     * whether it is meant.
     */
    public static final int WIDEST_BACKBONE = 256;

    /** Eight times the paper's. */
    public static final int WIDEST_PYRAMID = 2048;

    /** Eight times the paper's. */
    public static final int WIDEST_HEAD = 8192;

    /** Four times the paper's. */
    public static final int MOST_MASK_LAYERS = 16;

    /** Far more than any set of annotated masks has. */
    private static final int MOST_CLASSES = 20_000;

    /** Blocks of the four stages, and whether they are bottlenecks (He et al. 2015, table 1). */
    private static final Map<List<Object>, String> BACKBONES = Map.of(
            List.of(false, 2, 2, 2, 2), "resnet18",
            List.of(false, 3, 4, 6, 3), "resnet34",
            List.of(true, 3, 4, 6, 3), "resnet50",
            List.of(true, 3, 4, 23, 3), "resnet101");

    /**
     * Tells the network.
     *
     * @throws WeightsException if it is none of torchvision's kinds
     */
    public static Architecture of(TensorFile file) throws WeightsException {
        Map<String, TensorShape> shapes = new HashMap<>();
        file.tensors().forEach((name, tensor) -> shapes.put(TorchvisionNames.current(name), tensor.shape()));
        boolean detector = shapes.keySet().stream().anyMatch(name -> name.startsWith("backbone."));
        String body = detector ? TorchvisionNames.BODY : "";
        String backbone = BACKBONES.get(blocks(shapes, body));
        if (backbone == null) {
            throw new WeightsException(
                    file.path(),
                    "holds no network that is known here; there are " + known() + " and Mask R-CNN on them");
        }
        int channels = width(file, shapes, body + "conv1.weight", WIDEST_BACKBONE);
        if (width(file, shapes, body + "layer1.0.conv1.weight", Integer.MAX_VALUE) != channels) {
            throw new WeightsException(file.path(), "holds a wide or grouped residual network; there are " + known());
        }
        boolean batchNorm = shapes.containsKey(body + "bn1.running_mean");
        return new Architecture(
                backbone, channels, batchNorm, detector ? Optional.of(heads(file, shapes)) : Optional.empty());
    }

    private static String known() {
        return "resnet18, resnet34, resnet50, resnet101";
    }

    private static List<Object> blocks(Map<String, TensorShape> shapes, String body) {
        return List.of(
                shapes.containsKey(body + "layer1.0.conv3.weight"),
                count(shapes, body + "layer1.%s.conv1.weight"),
                count(shapes, body + "layer2.%s.conv1.weight"),
                count(shapes, body + "layer3.%s.conv1.weight"),
                count(shapes, body + "layer4.%s.conv1.weight"));
    }

    private static int count(Map<String, TensorShape> shapes, String name) {
        int count = 0;
        while (shapes.containsKey(name.formatted(count))) {
            count++;
        }
        return count;
    }

    private static Heads heads(TensorFile file, Map<String, TensorShape> shapes) throws WeightsException {
        return new Heads(
                width(file, shapes, "backbone.fpn.inner_blocks.0.0.weight", WIDEST_PYRAMID),
                width(file, shapes, "roi_heads.box_head.fc6.weight", WIDEST_HEAD),
                maskLayers(file, shapes),
                width(file, shapes, "roi_heads.box_predictor.cls_score.weight", MOST_CLASSES));
    }

    private static int maskLayers(TensorFile file, Map<String, TensorShape> shapes) throws WeightsException {
        int layers = count(shapes, "roi_heads.mask_head.%s.0.weight");
        if (layers > MOST_MASK_LAYERS) {
            throw new WeightsException(
                    file.path(),
                    "holds no network that is known here: its mask head has " + layers + " layers, and "
                            + MOST_MASK_LAYERS + " are the most");
        }
        return layers;
    }

    /** The outputs of a layer, which is a tensor's first side. */
    private static int width(TensorFile file, Map<String, TensorShape> shapes, String name, int widest)
            throws WeightsException {
        TensorShape shape = shapes.get(name);
        if (shape == null || shape.rank() == 0) {
            throw new WeightsException(
                    file.path(), "holds no Mask R-CNN of the kind that is known here: " + name + " is missing");
        }
        if (shape.side(0) < 1 || shape.side(0) > widest) {
            throw new WeightsException(
                    file.path(),
                    "holds no network that is known here: " + name + " is " + shape + ", and its first side has to be"
                            + " from 1 to " + widest);
        }
        return (int) shape.side(0);
    }

    /** In words: {@code Mask R-CNN on resnet50 with batch norm, 91 classes with the background}. */
    public String text() {
        String norm = " with " + (batchNorm ? "batch" : "group") + " norm";
        return heads.map(h -> "Mask R-CNN on " + backbone + norm + ", " + h.classes + " classes with the background")
                .orElse(backbone + norm + ", a backbone to start from");
    }
}
