package io.flamemark.exchange.voc;

import io.flamemark.annotation.Shape;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.exchange.mask.MaskLayers;
import io.flamemark.exchange.mask.VocPalette;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.exchange.voc.VocAnnotation.VocObject;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins the boxes, masks and splits of {@link VocFormat}. An object with a mask is traced; one without is its box. */
final class VocReader {

    private final Path root;
    private final ProjectBuilder project;
    private final Map<String, String> splits = new HashMap<>();

    /** @param root the folder of the data set, or that of the one file */
    VocReader(Path opened, Path root) {
        this.root = root;
        this.project = new ProjectBuilder(opened, root);
    }

    Imported readAll(List<Path> files) throws IOException {
        readSplits();
        for (Path file : files) {
            try {
                read(file);
            } catch (ExchangeException e) {
                project.problem("file-unreadable", e.getMessage());
            }
        }
        return project.build(String.valueOf(root.getFileName()));
    }

    Imported readOne(Path file) throws IOException {
        read(file);
        return project.build(OutputNames.stem(file.getFileName().toString()));
    }

    /** The lists of VOC's {@code ImageSets}: one name a line, perhaps with a number behind. */
    private void readSplits() throws IOException {
        for (String task : List.of("Main", "Segmentation")) {
            for (String split : SplitAttribute.VALUES) {
                Path list = root.resolve("ImageSets").resolve(task).resolve(split + ".txt");
                if (Files.isRegularFile(list)) {
                    Files.readString(list)
                            .lines()
                            .forEach(line -> splits.put(line.strip().split("\\s")[0], split));
                }
            }
        }
    }

    private void read(Path file) throws IOException {
        VocAnnotation annotation = VocXml.read(file);
        String stem = OutputNames.stem(file.getFileName().toString());
        ImageBuilder image = project.image(picture(annotation.filename(), stem));
        image.declaredSize(annotation.width(), annotation.height());
        if (splits.containsKey(stem)) {
            image.attribute(SplitAttribute.NAME, splits.get(stem));
        }
        Map<Integer, Mask> masks = masks(stem, image);
        List<VocObject> objects = annotation.objects();
        for (int i = 0; i < objects.size(); i++) {
            object(image, objects.get(i), i + 1, masks.remove(i + 1));
        }
        for (int number : masks.keySet()) {
            image.leftOut("mask-without-object", "Number " + number + " of the mask, which no object of the XML has,");
        }
    }

    /** The picture's name as seen from the root: where VOC keeps pictures, if it is there. */
    private String picture(String filename, String stem) {
        String name = OutputNames.baseName(filename.isBlank() ? stem + ".jpg" : filename);
        boolean usual = Files.isDirectory(root.resolve(VocFormat.PICTURES));
        return usual && !Files.exists(root.resolve(name)) ? VocFormat.PICTURES + "/" + name : name;
    }

    /** The pixels of each object by its number; none where there is no such mask. */
    private Map<Integer, Mask> masks(String stem, ImageBuilder image) throws ExchangeException {
        Map<Integer, Mask> masks = new TreeMap<>();
        Path file = root.resolve(VocFormat.OBJECT_MASKS).resolve(stem + ".png");
        if (!Files.isRegularFile(file)) {
            return masks;
        }
        try {
            MaskLayers.visit(LabelImages.read(file), file, project, masks::put);
        } catch (ImageReadException e) {
            image.leftOut("mask-unreadable", "The mask (" + e.getMessage() + ")");
        }
        masks.remove(VocPalette.VOID);
        return masks;
    }

    private void object(ImageBuilder image, VocObject object, int number, Mask mask) throws ExchangeException {
        RegionAttributes attributes =
                object.name().isBlank() ? RegionAttributes.withoutClass() : RegionAttributes.ofClass(object.name());
        for (Map.Entry<String, String> entry : object.attributes().entrySet()) {
            attributes = attributes.with(entry.getKey(), entry.getValue());
        }
        if (mask != null) {
            image.object(TracedShapes.of(mask).shapes(), attributes, Integer.toString(number));
        } else if (object.box().isPresent()) {
            Box box = object.box().get();
            image.region(new Shape.Rectangle(box.x1(), box.y1(), box.width(), box.height()), attributes);
        } else {
            image.leftOut("object-without-box", "Object " + number + " has no box and no mask");
        }
    }
}
