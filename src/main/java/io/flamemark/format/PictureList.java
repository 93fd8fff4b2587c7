package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.imaging.ImageFileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries without regions for the pictures of a folder, or, if it has none itself, of its train, val, test folders. */
final class PictureList {

    private PictureList() {}

    static List<ImageEntry> of(Path folder) throws FormatException {
        List<ImageEntry> images = new ArrayList<>(in(folder, "", Map.of()));
        if (images.isEmpty()) {
            for (String split : SplitAttribute.VALUES) {
                if (Files.isDirectory(folder.resolve(split))) {
                    images.addAll(in(
                            folder.resolve(split),
                            split + "/",
                            Map.of(SplitAttribute.NAME, new AttributeValue.Text(split))));
                }
            }
        }
        return images;
    }

    private static List<ImageEntry> in(Path folder, String prefix, Map<String, AttributeValue> attributes)
            throws FormatException {
        List<ImageEntry> images = new ArrayList<>();
        for (Path picture : ProjectFolder.list(folder, ImageFileNames::looksLikeImage)) {
            String filename = prefix + picture.getFileName();
            long size = size(picture);
            images.add(new ImageEntry(new ImageId(filename + size), filename, size, List.of(), attributes));
        }
        return images;
    }

    private static long size(Path picture) {
        try {
            return Files.size(picture);
        } catch (IOException e) {
            return -1;
        }
    }
}
