package io.flamemark.run;

import io.flamemark.dataset.ImageLocator;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the images of a run again, also where its project was moved, renamed or copied since: where they were, at the
 * same place as seen from the run's folder, or by their names in the project's folder. What was found by its name alone
 * must have the checksum that it had.
 */
final class ImageSearch {

    private final Path run;
    private final Path project;
    private final ImageLocator names;

    ImageSearch(RunDirectory directory) {
        run = directory.root().toAbsolutePath().normalize();
        project = run.resolve("../..").normalize();
        names = new ImageLocator(project, "");
    }

    /** A place as seen from a run's folder; empty on another drive. */
    static Optional<String> seenFrom(RunDirectory directory, Path image) {
        Path run = directory.root().toAbsolutePath().normalize();
        Path file = image.toAbsolutePath().normalize();
        return run.getRoot().equals(file.getRoot())
                ? Optional.of(run.relativize(file).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** Where the image is now; one that is nowhere is said to be where it was. */
    Path find(FrozenDataset.Image image) {
        List<Path> places = new ArrayList<>(List.of(image.image()));
        image.fromRun().flatMap(place -> below(run, place)).ifPresent(places::add);
        return places.stream()
                .filter(file -> isOfSize(file, image.size()))
                .findFirst()
                .or(() -> byName(image))
                .or(() -> places.stream().filter(Files::isRegularFile).findFirst())
                .orElse(image.image());
    }

    private Optional<Path> byName(FrozenDataset.Image image) {
        return Stream.concat(tails(image.image()), names.find(nameOf(image.image())).stream())
                .filter(file -> isOfSize(file, image.size()) && hasHash(file, image.sha256()))
                .findFirst();
    }

    /** The place that the image had, without one folder more at a time, in the project's folder. */
    private Stream<Path> tails(Path image) {
        String[] parts = slashed(image).split("/");
        return Stream.iterate(1, i -> i < parts.length, i -> i + 1)
                .map(i -> String.join("/", List.of(parts).subList(i, parts.length)))
                .flatMap(tail -> below(project, tail).stream())
                .filter(file -> file.startsWith(project));
    }

    /** The run may be of another system, whose paths this one does not take apart. */
    private static String slashed(Path image) {
        return image.toString().replace('\\', '/');
    }

    private static String nameOf(Path image) {
        String path = slashed(image);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<Path> below(Path folder, String place) {
        try {
            return Optional.of(folder.resolve(place).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfSize(Path file, Optional<Long> size) {
        try {
            return Files.isRegularFile(file) && (size.isEmpty() || Files.size(file) == size.get());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasHash(Path file, String sha256) {
        try {
            return Sha256.of(file).equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }
}
