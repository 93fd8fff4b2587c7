package io.flamemark.weights;

import io.flamemark.files.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The weights that torchvision's makers publish and that a training can start from. Each file's name ends with the first
 * eight digits of its SHA-256.
 *
 * @see <a href="https://pytorch.org/vision/stable/models.html">torchvision's models</a>
 */
public enum Pretrained {
    COCO("maskrcnn_resnet50_fpn_coco-bf2d0c1e.pth"),
    RESNET18("resnet18-f37072fd.pth"),
    RESNET34("resnet34-b627a593.pth"),
    RESNET50("resnet50-0676ba61.pth"),
    RESNET101("resnet101-63fe2227.pth");

    /** Where the files are. */
    public static final URI FOLDER = URI.create("https://download.pytorch.org/models/");

    private final String fileName;

    Pretrained(String fileName) {
        this.fileName = fileName;
    }

    /** The weights a person calls so. */
    public static Optional<Pretrained> named(String name) {
        return Arrays.stream(values()).filter(p -> p.title().equals(name)).findFirst();
    }

    /** What people call all of them. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Pretrained::title).toList();
    }

    /** What people call it: {@code coco}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fileName() {
        return fileName;
    }

    /** The first digits of the file's SHA-256. */
    public String hashPrefix() {
        return fileName.substring(fileName.lastIndexOf('-') + 1, fileName.lastIndexOf('.'));
    }

    /** Whether a file is these weights, by its content. */
    public boolean is(Path file) throws IOException {
        return Sha256.of(file).startsWith(hashPrefix());
    }
}
