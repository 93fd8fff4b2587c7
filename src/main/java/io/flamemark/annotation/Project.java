package io.flamemark.annotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a person annotated, immutable: images in display order and the attributes they may carry. An edit makes
 * the next project; unchanged entries are shared.
 *
 * @param name VIA's project name
 * @param images in display order ({@code _via_image_id_list}); keys are unique
 * @param schema the declared attributes
 * @param imageFolder VIA's {@code default_filepath}: put before each file name when an image is looked for; may be empty
 */
public record Project(String name, List<ImageEntry> images, AttributeSchema schema, String imageFolder) {

    public Project {
        images = ImageList.copyOf(images);
    }

    public static Project empty(String name) {
        return new Project(name, List.of(), AttributeSchema.empty(), "");
    }

    public Optional<ImageEntry> image(ImageId id) {
        return Optional.ofNullable(((ImageList) images).find(id));
    }

    /** All regions of all images. */
    public int regionCount() {
        return images.stream().mapToInt(i -> i.regions().size()).sum();
    }

    /** The project with the entry of the same id replaced. */
    public Project withImage(ImageEntry next) {
        return withImages(((ImageList) images).with(next));
    }

    public Project withImages(List<ImageEntry> next) {
        return new Project(name, next, schema, imageFolder);
    }

    public Project withSchema(AttributeSchema next) {
        return new Project(name, images, next, imageFolder);
    }

    /** Entries by id, in display order. */
    public Map<ImageId, ImageEntry> byId() {
        Map<ImageId, ImageEntry> map = new LinkedHashMap<>();
        images.forEach(i -> map.put(i.id(), i));
        return map;
    }
}
