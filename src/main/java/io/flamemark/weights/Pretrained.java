package io.flamemark.weights;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The weights that torchvision's makers publish and that a training can start from.
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

    private final PublishedFile file;

    Pretrained(String fileName) {
        this.file = new PublishedFile(name().toLowerCase(Locale.ROOT), fileName);
    }

    /** The weights a person calls so. */
    public static Optional<Pretrained> named(String name) {
        return Arrays.stream(values()).filter(p -> p.file.title().equals(name)).findFirst();
    }

    /** What people call all of them. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(p -> p.file.title()).toList();
    }

    /** Their file; its title is the name in small letters: {@code coco}. */
    public PublishedFile file() {
        return file;
    }
}
