package io.flamemark.run;

/**
 * The five losses of Mask R-CNN for one step or averaged over many, in torchvision's terms: {@code loss_objectness},
 * {@code loss_rpn_box_reg}, {@code loss_classifier}, {@code loss_box_reg}, {@code loss_mask}.
 */
public record LossBreakdown(
        double objectness, double rpnBoxRegression, double classifier, double boxRegression, double mask) {

    public static final LossBreakdown ZERO = new LossBreakdown(0, 0, 0, 0, 0);

    public double total() {
        return objectness + rpnBoxRegression + classifier + boxRegression + mask;
    }

    public LossBreakdown plus(LossBreakdown other) {
        return new LossBreakdown(
                objectness + other.objectness,
                rpnBoxRegression + other.rpnBoxRegression,
                classifier + other.classifier,
                boxRegression + other.boxRegression,
                mask + other.mask);
    }

    public LossBreakdown times(double factor) {
        return new LossBreakdown(
                objectness * factor,
                rpnBoxRegression * factor,
                classifier * factor,
                boxRegression * factor,
                mask * factor);
    }

    public boolean isFinite() {
        return Double.isFinite(total());
    }
}
