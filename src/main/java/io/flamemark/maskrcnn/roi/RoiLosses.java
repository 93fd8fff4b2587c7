package io.flamemark.maskrcnn.roi;

/**
 * The three losses of the heads (torchvision's {@code loss_classifier}, {@code loss_box_reg} and {@code loss_mask}).
 *
 * @param classifier how wrongly boxes are classed
 * @param boxRegression how far the boxes that hold an object are off
 * @param mask how wrongly their masks are drawn
 */
public record RoiLosses(double classifier, double boxRegression, double mask) {}
