package io.flamemark.maskrcnn.roi;

/** What the masks of one image's objects should look like in boxes around them. */
interface MaskTargets {

    /**
     * Draws an object in a box.
     *
     * @param object its index in the image's {@link Truth}
     * @param boxes flat xyxy, network pixels
     * @param index which box
     * @param out receives 28 x 28 values 0..1, row-major, from {@code start}; zeros before
     */
    void draw(int object, float[] boxes, int index, float[] out, int start);
}
