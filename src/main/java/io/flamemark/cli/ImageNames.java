package io.flamemark.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Names for images that are unique and short: their paths from the deepest folder that holds them all, with slashes.
 *
 * @param root that folder
 */
record ImageNames(Path root) {

    /** @param images absolute, at least one */
    static ImageNames of(List<Path> images) {
        Path root = images.get(0).getParent();
        for (Path image : images) {
            while (root != null && !image.startsWith(root)) {
                root = root.getParent();
            }
        }
        return new ImageNames(root == null ? images.get(0).getRoot() : root);
    }

    String of(Path image) {
        return root.getRoot().equals(image.getRoot())
                ? root.relativize(image).toString().replace('\\', '/')
                : image.getFileName().toString();
    }
}
