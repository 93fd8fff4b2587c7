package io.flamemark.exchange.voc;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pascal VOC: an XML file for each picture with boxes, and masks in {@code SegmentationObject} and
 * {@code SegmentationClass} where there are any. A folder in VOC's layout, a folder of XML files, or one XML file.
 * Source: the VOC 2012 development kit.
 */
public final class VocFormat implements ForeignFormat {

    static final String ANNOTATIONS = "Annotations";
    static final String PICTURES = "JPEGImages";
    static final String OBJECT_MASKS = "SegmentationObject";
    static final String CLASS_MASKS = "SegmentationClass";

    @Override
    public String description() {
        return "a Pascal VOC annotation";
    }

    @Override
    public boolean recognises(Sniffed content) {
        return content.folder() ? firstXml(content.path()).isPresent() : isAnnotation(content.text());
    }

    private static boolean isAnnotation(String text) {
        return text.stripLeading().startsWith("<") && text.contains("<annotation");
    }

    private static Optional<Path> firstXml(Path folder) {
        try {
            return xmlFiles(annotationsOf(folder)).stream().findFirst().filter(VocFormat::beginsLikeOne);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean beginsLikeOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return isAnnotation(new Sniffed(file, false, in.readNBytes(Sniffed.HEAD), Optional.empty()).text());
        } catch (IOException e) {
            return false;
        }
    }

    private static Path annotationsOf(Path folder) {
        Path usual = folder.resolve(ANNOTATIONS);
        return Files.isDirectory(usual) ? usual : folder;
    }

    private static List<Path> xmlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        Path path = content.path();
        if (content.folder()) {
            VocReader reader = new VocReader(path, path);
            return reader.readAll(xmlFiles(annotationsOf(path)));
        }
        return new VocReader(path, path.getParent()).readOne(path);
    }
}
