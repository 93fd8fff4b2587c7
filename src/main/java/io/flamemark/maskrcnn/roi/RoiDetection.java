package io.flamemark.maskrcnn.roi;

/**
 * One object found, in network pixels.
 *
 * @param label class, 1..K
 * @param score 0..1
 * @param box xyxy, four values
 * @param mask probabilities in the box, row-major 28 x 28
 */
public record RoiDetection(int label, float score, float[] box, float[] mask) {}
