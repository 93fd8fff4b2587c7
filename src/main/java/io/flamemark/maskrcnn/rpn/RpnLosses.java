package io.flamemark.maskrcnn.rpn;

import ai.djl.ndarray.NDArray;

/**
 * The two losses of the proposals, scalars.
 *
 * @param objectness how wrongly anchors are judged
 * @param boxRegression how far the boxes of positive anchors are off
 */
public record RpnLosses(NDArray objectness, NDArray boxRegression) {}
