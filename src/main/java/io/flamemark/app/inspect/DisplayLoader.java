package io.flamemark.app.inspect;

import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the image on display and runs the chromatic rule on it, in the background; the latest wish wins. */
final class DisplayLoader {

    private final FxTasks tasks;
    private final Consumer<Display> show;
    private Job reading;

    DisplayLoader(FxTasks tasks, Consumer<Display> show) {
        this.tasks = tasks;
        this.show = show;
    }

    /** Shows an image when it is read, unless another was asked for meanwhile. */
    void load(InspectFiles files, InspectImage image) {
        cancel();
        show.accept(new Display.Loading(image));
        reading = tasks.task("Reading " + image.name(), progress -> read(files, image))
                .unseen()
                .onSuccess(show)
                .onFailure(e -> show.accept(new Display.Unavailable(image, sentence(image, e))))
                .start();
    }

    void clear() {
        cancel();
        show.accept(new Display.Nothing());
    }

    private void cancel() {
        if (reading != null) {
            reading.cancel();
        }
    }

    private static Display read(InspectFiles files, InspectImage image) throws IOException {
        RgbImage pixels = files.decode(image.file());
        Mask fire = files.firePixels(pixels);
        Optional<Double> iou =
                image.sample().filter(s -> !s.instances().isEmpty()).map(s -> fireIou(s, fire));
        return new Display.Ready(image, FxImage.of(pixels), fire, iou);
    }

    /** The rule knows no objects, so it is compared with all true pixels together. */
    private static double fireIou(Sample sample, Mask fire) {
        List<Polygon> parts = sample.instances().stream()
                .map(Instance::parts)
                .flatMap(List::stream)
                .toList();
        return CocoPolygonRasterizer.rasterize(parts, sample.width(), sample.height())
                .toMask()
                .iou(fire);
    }

    private static String sentence(InspectImage image, Exception e) {
        return e instanceof IOException ? e.getMessage() : image.name() + " could not be read: " + e;
    }
}
