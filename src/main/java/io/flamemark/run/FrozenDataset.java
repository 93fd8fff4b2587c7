package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Sha256;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as a run keeps it, {@code dataset.json}: enough to train again and to show what was trained on, with the
 * checksum of every image.
 *
 * @param version of this layout
 */
record FrozenDataset(int version, LabelMap labels, List<Image> train, List<Image> validation, List<Image> test) {

    static final int VERSION = 1;

    /**
     * @param objects outlines as flat coordinates {@code [x1, y1, ...]} in pixels, a list per part
     * @param asStored that the EXIF orientation is not applied; empty for the usual
     * @param page of a file with several, from 0; empty for the first
     * @param size of the file in bytes; runs of before do not say it
     * @param fromRun the image's place as seen from the run's folder, with slashes; empty on another drive, and runs of
     *     before do not say it
     */
    record Image(
            String id,
            Path image,
            String sha256,
            int width,
            int height,
            List<Annotated> objects,
            Optional<Boolean> asStored,
            Optional<Integer> page,
            Optional<Long> size,
            Optional<String> fromRun) {}

    record Annotated(int label, List<List<Double>> parts) {}

    static FrozenDataset of(Dataset dataset, RunDirectory run) throws IOException {
        return new FrozenDataset(
                VERSION,
                dataset.labels(),
                images(dataset.train(), run),
                images(dataset.validation(), run),
                images(dataset.test(), run));
    }

    /** With the images where they are now. */
    Dataset toDataset(ImageSearch search) {
        return new Dataset(labels, samples(train, search), samples(validation, search), samples(test, search));
    }

    private static List<Image> images(List<Sample> samples, RunDirectory run) throws IOException {
        List<Image> images = new ArrayList<>();
        for (Sample sample : samples) {
            Path file = sample.image().toAbsolutePath();
            images.add(new Image(
                    sample.id(),
                    file,
                    Sha256.of(file),
                    sample.width(),
                    sample.height(),
                    sample.instances().stream().map(FrozenDataset::annotated).toList(),
                    sample.isUpright() ? Optional.empty() : Optional.of(true),
                    sample.page() == 0 ? Optional.empty() : Optional.of(sample.page()),
                    Optional.of(Files.size(file)),
                    ImageSearch.seenFrom(run, file)));
        }
        return images;
    }

    private static Annotated annotated(Instance instance) {
        return new Annotated(
                instance.label(),
                instance.parts().stream().map(FrozenDataset::coordinates).toList());
    }

    private static List<Double> coordinates(Polygon polygon) {
        List<Double> flat = new ArrayList<>(2 * polygon.size());
        for (Point p : polygon.vertices()) {
            flat.add(p.x());
            flat.add(p.y());
        }
        return flat;
    }

    private static List<Sample> samples(List<Image> images, ImageSearch search) {
        return images.stream()
                .map(i -> new Sample(
                        i.id,
                        search.find(i),
                        i.width,
                        i.height,
                        i.objects.stream().map(FrozenDataset::instance).toList(),
                        !i.asStored.orElse(false),
                        i.page.orElse(0)))
                .toList();
    }

    private static Instance instance(Annotated object) {
        return new Instance(
                object.label,
                object.parts.stream()
                        .map(flat -> Polygon.of(
                                flat.stream().mapToDouble(Double::doubleValue).toArray()))
                        .toList());
    }
}
