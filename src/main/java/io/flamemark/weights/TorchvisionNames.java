package io.flamemark.weights;

import java.util.regex.Pattern;

/** The names of torchvision's state dicts through its versions. */
public final class TorchvisionNames {

    /** What the names of a detector's residual network begin with. */
    public static final String BODY = "backbone.body.";

    /** The end of the name of what counts the batches a norm has seen, a whole number. */
    public static final String COUNTER = "num_batches_tracked";

    private static final Pattern PYRAMID =
            Pattern.compile("(backbone\\.fpn\\.(?:inner|layer)_blocks\\.\\d)\\.(weight|bias)");
    private static final Pattern RPN = Pattern.compile("rpn\\.head\\.conv\\.(weight|bias)");
    private static final Pattern MASK_HEAD = Pattern.compile("roi_heads\\.mask_head\\.mask_fcn(\\d)\\.(weight|bias)");
    private static final Pattern PREDICTOR = Pattern.compile("roi_heads\\.(box|mask)_predictor\\..*");

    private TorchvisionNames() {}

    /** A name as torchvision writes it since 0.13; names of before are translated. */
    static String current(String name) {
        String pyramid = PYRAMID.matcher(name).replaceFirst("$1.0.$2");
        String rpn = RPN.matcher(pyramid).replaceFirst("rpn.head.conv.0.0.$1");
        return MASK_HEAD
                .matcher(rpn)
                .replaceFirst(match ->
                        "roi_heads.mask_head." + (Integer.parseInt(match.group(1)) - 1) + ".0." + match.group(2));
    }

    /** Whether the tensor belongs to what torchvision's tutorial replaces for other classes: the two predictors. */
    static boolean isPredictor(String name) {
        return PREDICTOR.matcher(name).matches();
    }

    /** Whether it counts the batches a norm has seen: no part of what a network computes. */
    public static boolean isCounter(String name) {
        return name.endsWith(COUNTER);
    }

    /** Whether it belongs to the classifier of a network trained on ImageNet, which a detector has no use for. */
    static boolean isClassifier(String name) {
        return name.startsWith("fc.");
    }
}
