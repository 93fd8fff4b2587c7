package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The files of one project, at least one.
 *
 * @param read the project they held together when they were read
 */
record ProjectParts(List<ViaPart> list, Project read) {

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

    /** The SHA-256 of the file, or of the checksums of the files; none where none was written yet. */
    Optional<String> fingerprint() {
        List<String> checksums = list.stream()
                .map(ViaPart::sha256)
                .filter(checksum -> !checksum.isEmpty())
                .toList();
        return checksums.size() > 1
                ? Optional.of(Sha256.of(String.join("\n", checksums).getBytes(StandardCharsets.UTF_8)))
                : checksums.stream().findFirst();
    }

    /**
     * @throws ConflictException if a file to be written was changed by somebody else
     */
    void requireUntouched(Project next) throws FormatException {
        List<Project> divided = divided(next);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).requireUntouched(divided.get(i));
        }
    }

    /** The parts with {@code next} saved. Where one cannot be written, those before it get back what they held. */
    ProjectParts written(Project next) throws FormatException {
        return written(next, fingerprint -> {});
    }

    /** @param announce told the fingerprint to come just before the file is replaced, where there is one file */
    ProjectParts written(Project next, Consumer<String> announce) throws FormatException {
        Consumer<String> heard = list.size() == 1 ? announce : fingerprint -> {};
        List<Project> divided = divided(next);
        List<ViaPart> written = new ArrayList<>();
        try {
            for (int i = 0; i < list.size(); i++) {
                written.add(list.get(i).written(divided.get(i), heard));
            }
        } catch (FormatException e) {
            takeBack(written, e);
            throw e;
        }
        return new ProjectParts(written, read);
    }

    private void takeBack(List<ViaPart> written, FormatException cause) {
        for (int i = 0; i < written.size(); i++) {
            Project before = list.get(i).saved();
            if (before != null) {
                try {
                    written.get(i).written(before, fingerprint -> {});
                } catch (FormatException e) {
                    cause.addSuppressed(e);
                }
            }
        }
    }

    /** The share of each file in the project. */
    private List<Project> divided(Project next) {
        if (list.size() == 1) {
            return List.of(next);
        }
        List<List<ImageEntry>> images = new ArrayList<>();
        list.forEach(part -> images.add(new ArrayList<>()));
        next.images().forEach(image -> images.get(partOf(image)).add(image));
        List<Project> divided = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Project own = list.get(i).document().known();
            boolean sameSchema = next.schema().equals(read.schema());
            divided.add(own.withImages(images.get(i)).withSchema(sameSchema ? own.schema() : next.schema()));
        }
        return divided;
    }

    /** The same content for another file, of the same kind; several files become one VIA project. */
    ProjectParts movedTo(Path file) {
        return list.size() == 1
                ? of(ViaPart.unsaved(file, list.get(0).document()))
                : movedTo(file, FileKind.VIA_PROJECT);
    }

    /** The same content for another file, as one file of the given kind. */
    ProjectParts movedTo(Path file, FileKind kind) {
        return kind() == kind && list.size() == 1
                ? movedTo(file)
                : of(ViaPart.unsaved(file, ViaConversion.to(kind, file, list)));
    }

    /** Where an image belongs: where it was read, else by its folder, else by its split, else in the first file. */
    private int partOf(ImageEntry image) {
        ImageId id = image.id();
        String split = SplitAttribute.of(image).orElse("");
        return first(document -> document.entries().containsKey(id))
                .or(() -> first(
                        document -> image.filename().startsWith(document.place().folder())))
                .or(() -> first(document -> split.equals(document.place().split())))
                .orElse(0);
    }

    private Optional<Integer> first(Predicate<ViaDocument> wanted) {
        return IntStream.range(0, list.size())
                .boxed()
                .filter(i -> wanted.test(list.get(i).document()))
                .findFirst();
    }
}
