package io.flamemark.augment;

import io.flamemark.dataset.Instance;
import io.flamemark.imaging.RgbImage;
import java.util.List;

/**
 * An image in memory with its objects.
 *
 * @param id of the sample, for messages
 * @param instances its objects, in pixels of {@code image}
 */
public record LabelledImage(String id, RgbImage image, List<Instance> instances) {

    public LabelledImage {
        instances = List.copyOf(instances);
    }

    LabelledImage withImage(RgbImage other) {
        return new LabelledImage(id, other, instances);
    }
}
