package io.flamemark.exchange.yolo;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.OutputFolder;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonClipper;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a data set for YOLO's segmentation: {@code data.yaml}, {@code labels/} by split, and {@code images/} where
 * pictures are copied. An empty file says that nothing is to be seen on a picture. Nine decimals keep a thousandth of a
 * pixel on pictures of a million pixels' width.
 */
public final class YoloWriter implements ProjectExporter {

    private static final int DECIMALS = 9;

    @Override
    public String name() {
        return "yolo";
    }

    @Override
    public String description() {
        return "a YOLO data set";
    }

    @Override
    public boolean holdsPictures() {
        return true;
    }

    @Override
    public List<Finding> write(Project project, Pictures pictures, Path target) throws IOException {
        FindingList losses = new FindingList(target.toString());
        OutputNames names = new OutputNames(losses);
        OutputFolder folder = new OutputFolder(target);
        ClassScheme classes = ClassScheme.of(project);
        Set<String> splits = new TreeSet<>();
        for (ImageEntry image : project.images()) {
            Optional<ImageDecoder.Size> size = pictures.size(image);
            if (size.isEmpty()) {
                losses.error("size-unknown", image, Losses.sizeUnknown(image) + " It is left out.");
                continue;
            }
            String split =
                    SplitAttribute.of(image).flatMap(SplitAttribute::meaning).orElse("train");
            String name = names.of(image);
            splits.add(split);
            folder.write("labels/" + split + "/" + name + ".txt", labels(image, size.get(), classes, losses));
            folder.copyIfWanted(pictures, image, "images/" + split + "/", name);
            Losses.ofImageAttributes(image, losses, SplitAttribute.NAME);
            Losses.ofRegionAttributes(image, classes, losses);
        }
        folder.write("data.yaml", yaml(classes, splits));
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        return losses.all();
    }

    /** A path is not written: without one, YOLO takes the folder of the file. */
    private static String yaml(ClassScheme classes, Set<String> splits) {
        StringBuilder yaml = new StringBuilder();
        String train = splits.contains("train") || splits.isEmpty()
                ? "train"
                : splits.iterator().next();
        // YOLO insists on both; without a validation set it measures on what it learned from.
        yaml.append("train: images/").append(train).append('\n');
        yaml.append("val: images/")
                .append(splits.contains("val") ? "val" : train)
                .append('\n');
        if (splits.contains("test")) {
            yaml.append("test: images/test\n");
        }
        yaml.append("names:\n");
        for (int i = 0; i < classes.classes().size(); i++) {
            yaml.append("  ")
                    .append(i)
                    .append(": ")
                    .append(YamlScalar.quoted(classes.classes().get(i)))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String labels(ImageEntry image, ImageDecoder.Size size, ClassScheme classes, FindingList losses) {
        StringBuilder lines = new StringBuilder();
        for (AreaObject object : AreaObject.of(image, classes, losses)) {
            if (object.parts().size() > 1) {
                losses.region(
                        Severity.WARNING,
                        "parts-separated",
                        image,
                        object.first(),
                        "is one object with " + (object.parts().size() - 1) + " more; they are written as objects of"
                                + " their own.");
            }
            for (int part = 0; part < object.parts().size(); part++) {
                Optional<Polygon> inside = clipped(
                        image, object.regions().get(part), object.parts().get(part), size, losses);
                inside.ifPresent(p -> line(lines, classes.classes().indexOf(object.className()), p, size));
            }
        }
        return lines.toString();
    }

    /** YOLO throws a whole picture away where a coordinate lies outside of it. */
    private static Optional<Polygon> clipped(
            ImageEntry image, int region, Polygon outline, ImageDecoder.Size size, FindingList losses) {
        Polygon inside = PolygonClipper.clip(outline, size.width(), size.height());
        if (inside.size() < 3) {
            losses.region(
                    Severity.ERROR,
                    "region-left-out",
                    image,
                    region,
                    "lies outside of the picture of " + size + " pixels; it is left out.");
            return Optional.empty();
        }
        if (!inside.equals(outline)) {
            losses.region(
                    Severity.WARNING,
                    "cut-at-border",
                    image,
                    region,
                    "reaches beyond the picture of " + size + " pixels; the part inside is written.");
        }
        return Optional.of(inside);
    }

    private static void line(StringBuilder lines, int category, Polygon outline, ImageDecoder.Size size) {
        lines.append(category);
        for (Point p : outline.vertices()) {
            lines.append(' ').append(share(p.x(), size.width())).append(' ').append(share(p.y(), size.height()));
        }
        lines.append('\n');
    }

    static String share(double coordinate, int length) {
        BigDecimal share = new BigDecimal(coordinate / length).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }
}
