package io.flamemark.maskrcnn.roi;

import ai.djl.ndarray.NDArray;

/** The three losses of the heads, scalars. */
public record RoiLosses(NDArray classifier, NDArray boxRegression, NDArray mask) {}
