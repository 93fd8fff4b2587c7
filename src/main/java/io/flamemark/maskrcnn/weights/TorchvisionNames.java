package io.flamemark.maskrcnn.weights;

import java.util.regex.Pattern;

/** The names of torchvision's state dicts through its versions. */
final class TorchvisionNames {

    private static final Pattern PYRAMID =
            Pattern.compile("(backbone\\.fpn\\.(?:inner|layer)_blocks\\.\\d)\\.(weight|bias)");
    private static final Pattern RPN = Pattern.compile("rpn\\.head\\.conv\\.(weight|bias)");
    private static final Pattern MASK_HEAD = Pattern.compile("roi_heads\\.mask_head\\.mask_fcn(\\d)\\.(weight|bias)");

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
}
