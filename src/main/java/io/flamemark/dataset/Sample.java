package io.flamemark.dataset;

import io.flamemark.imaging.Rendering;
import java.nio.file.Path;
import java.util.List;

/**
 * One image with its annotated objects; none is a legal sample, and a useful one: it teaches what is not fire.
 *
 * @param id the image's key in its project; unique within a dataset
 * @param image where the file is
 * @param width pixels, as decoded and turned as {@code rendering} says
 * @param height pixels
 * @param rendering which picture of the file it is
 */
public record Sample(String id, Path image, int width, int height, List<Instance> instances, Rendering rendering) {

    public Sample {
        instances = List.copyOf(instances);
    }

    /** Of the usual picture of a file. */
    public Sample(String id, Path image, int width, int height, List<Instance> instances) {
        this(id, image, width, height, instances, Rendering.USUAL);
    }

    /** As {@link #Sample(String, Path, int, int, List, Rendering)}, for those who know no images. */
    public Sample(String id, Path image, int width, int height, List<Instance> instances, boolean upright, int page) {
        this(id, image, width, height, instances, new Rendering(upright, page));
    }

    /** See {@link Rendering#upright}. */
    public boolean isUpright() {
        return rendering.upright();
    }

    /** See {@link Rendering#page}. */
    public int page() {
        return rendering.page();
    }
}
