package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.files.CsvDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What VIA's exports have no place for. A VIA project holds all. */
final class ViaLosses {

    private final String file;
    private final List<Finding> losses = new ArrayList<>();

    private ViaLosses(String file) {
        this.file = file;
    }

    /** @param file named in the findings */
    static List<Finding> of(FileKind kind, Project project, String file) {
        ViaLosses losses = new ViaLosses(file);
        if (kind == FileKind.VIA_ANNOTATIONS || kind == FileKind.VIA_CSV) {
            losses.ofExport(project);
        }
        if (kind == FileKind.VIA_CSV) {
            project.images().forEach(losses::csvName);
            losses.csvKeys(project);
        }
        return List.copyOf(losses.losses);
    }

    private void ofExport(Project project) {
        AttributeSchema discovered = SchemaCodec.withDiscovered(AttributeSchema.empty(), project.images());
        if (!project.schema().equals(discovered)) {
            add(
                    Severity.WARNING,
                    "definitions-not-kept",
                    Optional.empty(),
                    "An annotation export has no place for the definitions of attributes (type, options, descriptions,"
                            + " defaults); they are left out.");
        }
        if (!project.imageFolder().isEmpty()) {
            add(
                    Severity.WARNING,
                    "image-folder-not-kept",
                    Optional.empty(),
                    "An annotation export has no place for the folder of the images, \"" + project.imageFolder()
                            + "\"; it is left out.");
        }
    }

    private void csvName(ImageEntry image) {
        if (!CsvDocument.cell(image.filename()).equals(image.filename())) {
            add(
                    Severity.WARNING,
                    "csv-name-quoted",
                    Optional.of(image.id()),
                    "The name \"" + image.filename()
                            + "\" is written in quotes, which CSV demands; VIA takes them for a"
                            + " part of the name.");
        }
    }

    /** A CSV has no keys: images of the same name and size become one. */
    private void csvKeys(Project project) {
        Map<String, ImageId> byKey = new HashMap<>();
        for (ImageEntry image : project.images()) {
            String key = image.filename() + image.size();
            ImageId other = byKey.putIfAbsent(key, image.id());
            if (other != null) {
                add(
                        Severity.ERROR,
                        "images-joined",
                        Optional.of(image.id()),
                        "A CSV tells images apart by name and size alone, so that \""
                                + image.id().key() + "\" and \"" + other.key()
                                + "\" become one image with the regions of both.");
            } else if (!key.equals(image.id().key())) {
                add(
                        Severity.INFO,
                        "image-key-not-kept",
                        Optional.of(image.id()),
                        "A CSV has no place for the key \"" + image.id().key() + "\"; when read, it is \"" + key
                                + "\".");
            }
        }
    }

    private void add(Severity severity, String code, Optional<ImageId> image, String message) {
        losses.add(new Finding(severity, code, file, image, OptionalInt.empty(), message));
    }
}
