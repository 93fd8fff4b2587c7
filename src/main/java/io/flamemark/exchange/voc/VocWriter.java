package io.flamemark.exchange.voc;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.exchange.mask.MaskCanvas;
import io.flamemark.exchange.mask.VocPalette;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.OutputFolder;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes Pascal VOC: boxes in XML, masks of classes and of objects as palette PNG, the splits as lists, and the classes
 * of the masks' numbers in {@code labelmap.txt}, as CVAT does. The n-th object of the XML has the number n in the mask.
 */
public final class VocWriter implements ProjectExporter {

    /** 255 means "do not judge here", 0 background. */
    private static final int MOST_NUMBERS = VocPalette.VOID - 1;

    @Override
    public String name() {
        return "voc";
    }

    @Override
    public String description() {
        return "a Pascal VOC data set";
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
        if (classes.classes().size() > MOST_NUMBERS) {
            throw new ExchangeException(
                    target, "VOC's masks have room for " + MOST_NUMBERS + " classes, and there are more.");
        }
        Map<String, List<String>> splits = new TreeMap<>();
        for (ImageEntry image : project.images()) {
            String name = names.of(image);
            write(image, name, classes, pictures, folder, losses);
            SplitAttribute.of(image)
                    .flatMap(SplitAttribute::meaning)
                    .ifPresent(split -> splits.computeIfAbsent(split, s -> new ArrayList<>())
                            .add(name));
            Losses.ofImageAttributes(image, losses, SplitAttribute.NAME);
        }
        for (Map.Entry<String, List<String>> split : splits.entrySet()) {
            folder.write(
                    "ImageSets/Segmentation/" + split.getKey() + ".txt", String.join("\n", split.getValue()) + "\n");
        }
        folder.write("labelmap.txt", labelMap(classes));
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        return losses.all();
    }

    private static void write(
            ImageEntry image,
            String name,
            ClassScheme classes,
            Pictures pictures,
            OutputFolder folder,
            FindingList losses)
            throws ExchangeException {
        Optional<ImageDecoder.Size> size = pictures.size(image);
        List<AreaObject> objects = inside(image, AreaObject.of(image, classes, losses), size, losses);
        boolean masked = hasMasks(image, objects, size, losses);
        if (masked) {
            MaskCanvas canvas = MaskCanvas.of(objects, size.get());
            canvas.report(image, losses);
            int[] palette = VocPalette.colours();
            folder.write(
                    VocFormat.OBJECT_MASKS + "/" + name + ".png",
                    LabelImages.toPalettePng(canvas.instances(), palette));
            folder.write(
                    VocFormat.CLASS_MASKS + "/" + name + ".png",
                    LabelImages.toPalettePng(canvas.classes(classes.classes()), palette));
        }
        String base = OutputNames.baseName(image.filename());
        String filename = name + base.substring(OutputNames.stem(base).length());
        folder.write(VocFormat.ANNOTATIONS + "/" + name + ".xml", VocText.of(filename, size, masked, objects));
        folder.copyIfWanted(pictures, image, VocFormat.PICTURES + "/", name);
        reportChoices(image, objects, losses);
    }

    /** The objects that are to be seen on the picture at all. */
    private static List<AreaObject> inside(
            ImageEntry image, List<AreaObject> objects, Optional<ImageDecoder.Size> size, FindingList losses) {
        List<AreaObject> inside = new ArrayList<>();
        for (AreaObject object : objects) {
            Box box = VocText.box(object, size);
            if (box.area() > 0) {
                inside.add(object);
            } else {
                losses.region(
                        Severity.ERROR,
                        "region-left-out",
                        image,
                        object.first(),
                        "has no part inside of the picture;" + " it is left out.");
            }
        }
        return inside;
    }

    private static boolean hasMasks(
            ImageEntry image, List<AreaObject> objects, Optional<ImageDecoder.Size> size, FindingList losses) {
        if (size.isEmpty()) {
            losses.error("size-unknown", image, Losses.sizeUnknown(image) + " Its boxes are written, but no masks.");
            return false;
        }
        if (objects.size() > MOST_NUMBERS || !MaskCanvas.fitsMemory(size.get())) {
            losses.error(
                    "masks-left-out",
                    image,
                    "\"" + image.filename() + "\" has " + objects.size() + " objects and " + size.get()
                            + " pixels, more than a VOC mask holds or fits the memory; only its boxes are written.");
            return false;
        }
        for (AreaObject object : objects) {
            if (!isRectangle(object)) {
                losses.region(
                        Severity.INFO,
                        "outline-as-pixels",
                        image,
                        object.first(),
                        "is written as pixels of a mask;" + " corners between pixels are not kept.");
            }
        }
        return true;
    }

    private static boolean isRectangle(AreaObject object) {
        Polygon first = object.parts().get(0);
        return object.parts().size() == 1
                && first.size() == 4
                && first.area() == first.bounds().area()
                && first.vertices().stream().allMatch(p -> p.x() == Math.rint(p.x()) && p.y() == Math.rint(p.y()));
    }

    /** Checked options become one text. */
    private static void reportChoices(ImageEntry image, List<AreaObject> objects, FindingList losses) {
        for (AreaObject object : objects) {
            for (Map.Entry<String, AttributeValue> entry : object.attributes().entrySet()) {
                if (!(entry.getValue() instanceof AttributeValue.Text)) {
                    losses.region(
                            Severity.INFO,
                            "attribute-as-text",
                            image,
                            object.first(),
                            "has the attribute " + entry.getKey() + ", which is written as a text.");
                }
            }
        }
    }

    private static String labelMap(ClassScheme classes) {
        int[] palette = VocPalette.colours();
        StringBuilder text = new StringBuilder("# label:color_rgb:parts:actions\n");
        List<String> names = new ArrayList<>(List.of("background"));
        names.addAll(classes.classes());
        for (int i = 0; i < names.size(); i++) {
            text.append(names.get(i).replace(':', ' '))
                    .append(':')
                    .append(palette[i] >> 16)
                    .append(',')
                    .append(palette[i] >> 8 & 0xff)
                    .append(',')
                    .append(palette[i] & 0xff)
                    .append("::\n");
        }
        return text.toString();
    }
}
