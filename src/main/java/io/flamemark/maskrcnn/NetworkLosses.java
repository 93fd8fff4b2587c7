package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDArray;
import io.flamemark.run.LossBreakdown;

/** The five losses of one batch, scalars that take part in the gradient. */
public record NetworkLosses(
        NDArray objectness, NDArray rpnBoxRegression, NDArray classifier, NDArray boxRegression, NDArray mask) {

    /** Their plain sum: what training makes smaller. */
    public NDArray total() {
        return objectness
                .add(rpnBoxRegression)
                .add(classifier)
                .add(boxRegression)
                .add(mask);
    }

    /** The five as plain numbers. */
    public LossBreakdown values() {
        return new LossBreakdown(
                objectness.getFloat(),
                rpnBoxRegression.getFloat(),
                classifier.getFloat(),
                boxRegression.getFloat(),
                mask.getFloat());
    }
}
