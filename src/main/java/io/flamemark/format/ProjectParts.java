package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one project, at least one.
 *
 * @param known the project they hold together
 */
record ProjectParts(List<ViaPart> list, Project known) {

    ProjectParts {
        list = List.copyOf(list);
    }

    static ProjectParts of(ViaPart part) {
        return new ProjectParts(List.of(part), part.document().known());
    }

    /** An empty VIA project to be written to {@code file}. */
    static ProjectParts newProject(Path file) {
        return of(ViaPart.unsaved(file, ViaConversion.emptyProject(file)));
    }

    List<Path> files() {
        return list.stream().map(ViaPart::file).toList();
    }

    FileKind kind() {
        return list.get(0).document().kind();
    }

    /** The parts brought to the state of {@code next}; nothing is written yet. */
    ProjectParts updated(Project next) {
        if (list.size() == 1) {
            return new ProjectParts(List.of(list.get(0).updated(next)), next);
        }
        List<List<ImageEntry>> images = new ArrayList<>();
        list.forEach(part -> images.add(new ArrayList<>()));
        next.images().forEach(image -> images.get(partOf(image)).add(image));
        List<ViaPart> updated = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Project known = list.get(i).document().known();
            boolean sameSchema = next.schema().equals(this.known.schema());
            Project own = known.withImages(images.get(i)).withSchema(sameSchema ? known.schema() : next.schema());
            updated.add(list.get(i).updated(own));
        }
        return new ProjectParts(updated, next);
    }

    void requireUntouched() throws FormatException {
        for (ViaPart part : list) {
            part.requireUntouched();
        }
    }

    /** The parts as saved. */
    ProjectParts written() throws FormatException {
        List<ViaPart> written = new ArrayList<>();
        for (ViaPart part : list) {
            written.add(part.written());
        }
        return new ProjectParts(written, known);
    }

    /** The same content for another file, of the same kind; several files become one VIA project. */
    ProjectParts movedTo(Path file) {
        return list.size() == 1 ? of(ViaPart.unsaved(file, list.get(0).document())) : asProject(file);
    }

    /** The same content for another file, as one VIA project. */
    ProjectParts asProject(Path file) {
        return kind() == FileKind.VIA_PROJECT && list.size() == 1
                ? movedTo(file)
                : of(ViaPart.unsaved(file, ViaConversion.toProject(file, list)));
    }

    /** Where an image belongs: where it was read, else by its folder, else by its split, else in the first file. */
    private int partOf(ImageEntry image) {
        ImageId id = image.id();
        String split = SplitAttribute.of(image).orElse("");
        int best = 0;
        for (int i = list.size() - 1; i >= 0; i--) {
            ViaDocument document = list.get(i).document();
            if (document.entries().containsKey(id)) {
                return i;
            }
            boolean inFolder = image.filename().startsWith(document.place().folder());
            best = inFolder || split.equals(document.place().split()) ? i : best;
        }
        return best;
    }
}
