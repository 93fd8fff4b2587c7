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
        int channels = side(file, shapes, body + "conv1.weight", 0);
        if (side(file, shapes, body + "layer1.0.conv1.weight", 0) != channels) {
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
                side(file, shapes, "backbone.fpn.inner_blocks.0.0.weight", 0),
                side(file, shapes, "roi_heads.box_head.fc6.weight", 0),
                count(shapes, "roi_heads.mask_head.%s.0.weight"),
                side(file, shapes, "roi_heads.box_predictor.cls_score.weight", 0));
    }

    private static int side(TensorFile file, Map<String, TensorShape> shapes, String name, int side)
            throws WeightsException {
        TensorShape shape = shapes.get(name);
        if (shape == null || shape.rank() <= side || shape.side(side) > Integer.MAX_VALUE) {
            throw new WeightsException(
                    file.path(), "holds no Mask R-CNN of the kind that is known here: " + name + " is missing");
        }
        return (int) shape.side(side);
    }

    /** In words: {@code Mask R-CNN on resnet50 with batch norm, 91 classes with the background}. */
    public String text() {
        String norm = " with " + (batchNorm ? "batch" : "group") + " norm";
        return heads.map(h -> "Mask R-CNN on " + backbone + norm + ", " + h.classes + " classes with the background")
                .orElse(backbone + norm + ", a backbone to start from");
    }
}
