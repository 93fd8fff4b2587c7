package io.flamemark.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files with the names of whole networks and next to no numbers. */
public final class NetworkFiles {

    private NetworkFiles() {}

    /** Writes zeros of these shapes as a checkpoint and opens it. */
    public static TensorFile write(Path path, Map<String, TensorShape> shapes) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, Tensor.of(shape, new float[(int) shape.size()])));
        PyTorchWriter.write(path, tensors);
        return TensorFile.open(path);
    }

    /** What tells a residual network: its first layers, and the first convolution of every block. */
    public static Map<String, TensorShape> resnet(String prefix, boolean bottleneck, int... blocks) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        shapes.put(prefix + "conv1.weight", TensorShape.of(4, 3, 1, 1));
        shapes.put(prefix + "bn1.running_mean", TensorShape.of(4));
        for (int stage = 1; stage <= blocks.length; stage++) {
            for (int block = 0; block < blocks[stage - 1]; block++) {
                shapes.put(prefix + "layer" + stage + "." + block + ".conv1.weight", TensorShape.of(4, 1, 1, 1));
                if (bottleneck) {
                    shapes.put(prefix + "layer" + stage + "." + block + ".conv3.weight", TensorShape.of(4, 1, 1, 1));
                }
            }
        }
        return shapes;
    }

    /** What tells a Mask R-CNN on a resnet18 for 91 classes, under names of before torchvision 0.13. */
    public static Map<String, TensorShape> detector() {
        Map<String, TensorShape> shapes = resnet("backbone.body.", false, 2, 2, 2, 2);
        shapes.put("backbone.fpn.inner_blocks.0.weight", TensorShape.of(8, 4, 1, 1));
        shapes.put("roi_heads.box_head.fc6.weight", TensorShape.of(16, 2));
        for (int i = 1; i <= 4; i++) {
            shapes.put("roi_heads.mask_head.mask_fcn" + i + ".weight", TensorShape.of(8, 1, 1, 1));
        }
        shapes.put("roi_heads.box_predictor.cls_score.weight", TensorShape.of(91, 1));
        return shapes;
    }
}
