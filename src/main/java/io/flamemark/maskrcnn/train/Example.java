package io.flamemark.maskrcnn.train;

import io.flamemark.augment.LabelledImage;
import io.flamemark.augment.Variation;
import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.roi.Truth;
import java.util.List;

/**
 * One image as the network sees it in one step.
 *
 * @param id of the sample it was made from, for messages
 * @param mirrored whether it is seen left to right
 */
record Example(String id, boolean mirrored, RgbImage image, Truth truth) {

    static Example of(Variation variation) {
        LabelledImage seen = variation.seen();
        return new Example(seen.id(), variation.mirrored(), seen.image(), truth(seen.instances()));
    }

    private static Truth truth(List<Instance> instances) {
        float[] boxes = new float[4 * instances.size()];
        for (int i = 0; i < instances.size(); i++) {
            Box box = instances.get(i).box();
            boxes[4 * i] = (float) box.x1();
            boxes[4 * i + 1] = (float) box.y1();
            boxes[4 * i + 2] = (float) box.x2();
            boxes[4 * i + 3] = (float) box.y2();
        }
        return new Truth(
                boxes,
                instances.stream().mapToInt(Instance::label).toArray(),
                instances.stream().map(Instance::parts).toList());
    }
}
