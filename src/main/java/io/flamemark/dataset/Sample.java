package io.flamemark.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * One image with its annotated objects; none is a legal sample, and a useful one: it teaches what is not fire.
 *
 * @param id the image's key in its project; unique within a dataset
 * @param image where the file is
 * @param width pixels, as decoded and turned upright
 * @param height pixels
 */
public record Sample(String id, Path image, int width, int height, List<Instance> instances) {

    public Sample {
        instances = List.copyOf(instances);
    }
}
