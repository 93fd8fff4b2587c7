package io.flamemark.exchange.mask;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.PictureIndex;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.LabelImage;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Traces the masks of {@link MaskFormat}. */
final class MaskReader {

    private final Path folder;
    private final ProjectBuilder project;

    MaskReader(Path opened, Path folder) {
        this.folder = folder;
        this.project = new ProjectBuilder(opened, folder);
    }

    /** The masks of instances that a list names. */
    Imported readListed(MaskListing listing) throws IOException {
        listing.classes().forEach(project::declareClass);
        for (MaskListing.Entry entry : listing.images()) {
            ImageBuilder image = project.image(entry.file());
            AttributeJson.read(entry.attributes()).forEach(image::attribute);
            Path file = folder.resolve(MaskListing.INSTANCE_MASKS).resolve(OutputNames.baseName(entry.mask()));
            Optional<LabelImage> mask = read(file, image);
            if (mask.isPresent()) {
                image.declaredSize(mask.get().width(), mask.get().height());
                MaskLayers.visit(
                        mask.get(), file, project, (number, layer) -> object(image, entry.objects(), number, layer));
            }
        }
        return project.build(String.valueOf(folder.getFileName()));
    }

    private static void object(ImageBuilder image, List<String> classes, int number, Mask mask)
            throws ExchangeException {
        RegionAttributes attributes = number <= classes.size()
                ? RegionAttributes.ofClass(classes.get(number - 1))
                : RegionAttributes.withoutClass();
        object(image, mask, attributes, Integer.toString(number));
    }

    private static void object(ImageBuilder image, Mask mask, RegionAttributes attributes, String group)
            throws ExchangeException {
        TracedShapes traced = TracedShapes.of(mask);
        image.object(traced.shapes(), attributes, group);
        if (traced.filledHoles() > 0) {
            image.warnOfLast(
                    "holes-filled",
                    "had more holes than fit an outline; " + traced.filledHoles() + " of the smallest are filled.");
        }
    }

    /** Masks that have the names of pictures. */
    Imported readPairs() throws IOException {
        PictureIndex pictures = new PictureIndex(folder.resolve(MaskFormat.PICTURES));
        PictureIndex masks = new PictureIndex(folder.resolve(MaskFormat.MASKS));
        for (String stem : pictures.stems().stream().sorted().toList()) {
            Path picture = pictures.find(stem).orElseThrow();
            ImageBuilder image = project.image(PictureIndex.slashed(folder.relativize(picture)));
            if (masks.find(stem).isPresent()) {
                Path file = masks.find(stem).get();
                Optional<LabelImage> mask = read(file, image);
                if (mask.isPresent()) {
                    unlisted(image, mask.get(), file);
                }
            }
        }
        masks.stems().stream()
                .filter(stem -> pictures.find(stem).isEmpty())
                .sorted()
                .forEach(stem -> project.problem(
                        "mask-without-picture",
                        "There is no picture for the mask " + stem + " in " + folder + "; it is left out."));
        return project.build(String.valueOf(folder.getFileName()));
    }

    private Optional<LabelImage> read(Path file, ImageBuilder image) {
        try {
            return Optional.of(LabelImages.read(file));
        } catch (ImageReadException e) {
            image.leftOut("mask-unreadable", "The mask (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private void unlisted(ImageBuilder image, LabelImage mask, Path file) throws ExchangeException {
        boolean binary = isBinary(mask);
        MaskLayers.visit(mask, file, project, (number, layer) -> {
            if (mask.wide()) {
                object(image, layer, RegionAttributes.ofClass(ClassScheme.DEFAULT_CLASS), Integer.toString(number));
            } else if (binary || number != VocPalette.VOID) {
                String name = binary ? ClassScheme.DEFAULT_CLASS : "class " + number;
                for (Shape blob : TracedShapes.of(layer).shapes()) {
                    image.region(blob, RegionAttributes.ofClass(name));
                }
            } else {
                image.leftOut("void-left-out", "What is marked as not to be judged (255)");
            }
        });
    }

    /** One number besides background: that is the class, whether it is written 1 or 255. */
    private static boolean isBinary(LabelImage mask) {
        return IntStream.range(0, mask.values().length)
                        .map(i -> mask.values()[i])
                        .filter(value -> value != 0)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }
}
