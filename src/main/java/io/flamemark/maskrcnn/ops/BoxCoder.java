package io.flamemark.maskrcnn.ops;

/**
 * Boxes as offsets from reference boxes, the form in which the network learns them: the shift of the centre in units of
 * the reference's size, and the logarithm of the ratio of sizes, each times a weight (Girshick et al. 2014, R-CNN,
 * appendix C; weights and clipping as in torchvision's {@code BoxCoder}).
 *
 * <p>Plain Java, because neither targets nor proposals are differentiated.
 *
 * @param weightXy the weight of both shifts
 * @param weightWh the weight of both logarithms
 */
public record BoxCoder(float weightXy, float weightWh) {

    /** Of the region proposal network. */
    public static final BoxCoder PROPOSALS = new BoxCoder(1, 1);

    /** Of the box head: weights that bring the targets near unit variance. */
    public static final BoxCoder DETECTIONS = new BoxCoder(10, 5);

    /** The largest logarithm decoded, so that no box grows beyond what an image can hold. */
    private static final float LARGEST_LOG = (float) Math.log(1000.0 / 16);

    /**
     * The offsets that turn each reference into its box.
     *
     * @param boxes n boxes, flat xyxy
     * @param references n reference boxes, flat xyxy
     * @return n offsets, flat: dx, dy, dw, dh
     */
    public float[] encode(float[] boxes, float[] references) {
        float[] offsets = new float[boxes.length];
        for (int i = 0; i < boxes.length; i += 4) {
            for (int axis = 0; axis < 2; axis++) {
                float referenceSize = references[i + axis + 2] - references[i + axis];
                float referenceCentre = references[i + axis] + 0.5f * referenceSize;
                float size = boxes[i + axis + 2] - boxes[i + axis];
                float centre = boxes[i + axis] + 0.5f * size;
                offsets[i + axis] = weightXy * (centre - referenceCentre) / referenceSize;
                offsets[i + axis + 2] = weightWh * (float) Math.log(size / referenceSize);
            }
        }
        return offsets;
    }

    /**
     * The boxes that offsets describe; not clipped to the image.
     *
     * @param offsets n times k offsets, flat: dx, dy, dw, dh
     * @param references n reference boxes, flat xyxy
     * @param perReference k, the offsets that belong to each reference, such as one for each class
     * @return n times k boxes, flat xyxy
     */
    public float[] decode(float[] offsets, float[] references, int perReference) {
        float[] boxes = new float[offsets.length];
        for (int i = 0; i < offsets.length; i += 4) {
            int reference = i / (4 * perReference) * 4;
            for (int axis = 0; axis < 2; axis++) {
                float referenceSize = references[reference + axis + 2] - references[reference + axis];
                float referenceCentre = references[reference + axis] + 0.5f * referenceSize;
                float log = Math.min(offsets[i + axis + 2] / weightWh, LARGEST_LOG);
                float centre = offsets[i + axis] / weightXy * referenceSize + referenceCentre;
                float half = 0.5f * ((float) Math.exp(log) * referenceSize);
                boxes[i + axis] = centre - half;
                boxes[i + axis + 2] = centre + half;
            }
        }
        return boxes;
    }
}
