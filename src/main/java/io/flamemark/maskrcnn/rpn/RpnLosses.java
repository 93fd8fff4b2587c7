package io.flamemark.maskrcnn.rpn;

/**
 * The two losses of the proposals (torchvision's {@code loss_objectness} and {@code loss_rpn_box_reg}).
 *
 * @param objectness how wrongly anchors are judged
 * @param boxRegression how far the boxes of positive anchors are off
 */
public record RpnLosses(double objectness, double boxRegression) {}
