package io.flamemark.exchange.mask;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.OutputFolder;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes two PNG masks for each image: {@code classes/} with a palette of 8 bits (0 background, 1 the first class) and
 * {@code instances/} in grey of 16 bits (0 background, 1 the first object), by the pixel-centre rule. {@code masks.json}
 * says what the numbers mean.
 */
public final class MaskWriter implements ProjectExporter {

    private static final int MOST_CLASSES = VocPalette.VOID - 1;
    private static final int MOST_OBJECTS = 65535;

    @Override
    public String name() {
        return "masks";
    }

    @Override
    public String description() {
        return "a folder of PNG masks";
    }

    @Override
    public List<Finding> write(Project project, Pictures pictures, Path target) throws IOException {
        FindingList losses = new FindingList(target.toString());
        OutputNames names = new OutputNames(losses);
        OutputFolder folder = new OutputFolder(target);
        ClassScheme classes = ClassScheme.of(project);
        if (classes.classes().size() > MOST_CLASSES) {
            throw new ExchangeException(
                    target, "masks of 8 bits have room for " + MOST_CLASSES + " classes, and there are more.");
        }
        List<MaskListing.Entry> entries = new ArrayList<>();
        for (ImageEntry image : project.images()) {
            Optional<ImageDecoder.Size> size = pictures.size(image);
            if (size.isEmpty() || !MaskCanvas.fitsMemory(size.get())) {
                String why = size.isEmpty()
                        ? Losses.sizeUnknown(image)
                        : "\"" + image.filename() + "\" has " + size.get() + " pixels, more than fit the memory.";
                losses.error("size-unknown", image, why + " It gets no mask.");
                continue;
            }
            entries.add(write(image, names.of(image), size.get(), classes, folder, losses));
            Losses.ofRegionAttributes(image, classes, losses);
        }
        folder.write(
                MaskListing.FILE,
                new MaskListing(classes.classes(), entries).toJson().toIndentedString());
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        return losses.all();
    }

    private static MaskListing.Entry write(
            ImageEntry image,
            String name,
            ImageDecoder.Size size,
            ClassScheme classes,
            OutputFolder folder,
            FindingList losses)
            throws ExchangeException {
        List<AreaObject> objects = AreaObject.of(image, classes, losses);
        for (AreaObject tooMany : objects.subList(Math.min(objects.size(), MOST_OBJECTS), objects.size())) {
            losses.region(
                    Severity.ERROR,
                    "region-left-out",
                    image,
                    tooMany.first(),
                    "is beyond the " + MOST_OBJECTS + " objects that a mask has numbers for; it is left out.");
        }
        MaskCanvas canvas = MaskCanvas.of(objects.subList(0, Math.min(objects.size(), MOST_OBJECTS)), size);
        canvas.report(image, losses);
        folder.write(
                MaskListing.CLASS_MASKS + "/" + name + ".png",
                LabelImages.toPalettePng(canvas.classes(classes.classes()), VocPalette.colours()));
        folder.write(MaskListing.INSTANCE_MASKS + "/" + name + ".png", LabelImages.toGreyPng(canvas.instances()));
        return new MaskListing.Entry(
                image.filename(),
                name + ".png",
                objects.stream().map(AreaObject::className).toList(),
                AttributeJson.write(Losses.withoutSize(image.attributes())));
    }
}
