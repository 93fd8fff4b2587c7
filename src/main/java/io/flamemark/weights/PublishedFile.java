package io.flamemark.weights;

import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file on a server whose name ends with the first digits of its SHA-256, as torchvision's do: {@code
 * resnet18-f37072fd.pth}.
 *
 * @param title what people call it
 */
public record PublishedFile(String title, String fileName) {

    /** The first digits of its SHA-256. */
    public String hashPrefix() {
        return fileName.substring(fileName.lastIndexOf('-') + 1, fileName.lastIndexOf('.'));
    }

    /** Whether a file on this machine is the one that was published, by its content. */
    public boolean is(Path file) throws IOException {
        return Sha256.of(file).startsWith(hashPrefix());
    }

    /** Whether a file is the one that was published, or was converted from it. */
    public boolean isOriginOf(TensorFile file) throws IOException {
        String origin = file.metadata().get(TensorFile.ORIGIN);
        return origin == null ? is(file.path()) : origin.startsWith(hashPrefix());
    }
}
