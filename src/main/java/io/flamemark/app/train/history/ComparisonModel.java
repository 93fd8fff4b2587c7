package io.flamemark.app.train.history;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.PictureCopies;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.host.DetectionHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunNotes;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Lets two models look at the same validation images, those of the later run, and compares them. For the window's thread. */
public final class ComparisonModel {

    /** Enough for COCO's curve; torchvision's default. */
    private static final double LOWEST_SCORE = 0.05;

    /**
     * How far a comparison is.
     *
     * @param known how many of the images the earlier model had learned from, so that it has an advantage there
     * @param problem why there is no result, a sentence; empty while all is well
     */
    public record State(
            RunDirectory earlier, RunDirectory later, int known, Optional<ModelComparison> result, String problem) {}

    private record Data(Dataset dataset, int known) {}

    private record Look(boolean early, Sample sample) {}

    private final DetectionHost host;
    private final FxTasks tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final PictureCopies pictures = new PictureCopies();
    private Comparing comparing;

    /** @param host where the models look at the images */
    public ComparisonModel(DetectionHost host, FxTasks tasks) {
        this.host = host;
        this.tasks = tasks;
    }

    /** The comparison on display; null for none. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Compares a run with the one it was to improve or, where there is none, with the run before it. */
    public void compareWithEarlier(RunDirectory later, List<RunSummary> runs) {
        List<RunSummary> models = runs.stream().filter(RunSummary::hasModel).toList();
        tasks.task("Looking for the earlier model", progress -> earlierOf(later, models))
                .unseen()
                .onSuccess(found -> found.ifPresentOrElse(
                        it -> compare(it, later), () -> refuse(later, "There is no earlier run with a model.")))
                .onFailure(e -> refuse(later, e.getMessage()))
                .start();
    }

    private void refuse(RunDirectory later, String why) {
        state.set(new State(later, later, 0, Optional.empty(), why));
    }

    /** @param models newest first */
    private static Optional<RunDirectory> earlierOf(RunDirectory later, List<RunSummary> models) throws IOException {
        Optional<String> improved = RunNotes.of(later).improves();
        Optional<RunDirectory> parent = models.stream()
                .map(RunSummary::directory)
                .filter(it -> improved.filter(it.id()::equals).isPresent())
                .findFirst();
        return parent.or(() -> models.stream()
                .map(RunSummary::directory)
                .dropWhile(it -> !it.equals(later))
                .skip(1)
                .findFirst());
    }

    /** Begins a comparison; one under way ends. */
    void compare(RunDirectory earlier, RunDirectory later) {
        if (comparing != null) {
            comparing.end();
        }
        state.set(new State(earlier, later, 0, Optional.empty(), ""));
        Comparing next = new Comparing(earlier, later);
        comparing = next;
        tasks.task("Reading the validation images", progress -> read(earlier, later))
                .unseen()
                .onSuccess(next::begin)
                .onFailure(e -> next.fail(e.getMessage()))
                .start();
    }

    private static Data read(RunDirectory earlier, RunDirectory later) throws IOException {
        Set<String> learned =
                RunFiles.dataset(earlier).train().stream().map(Sample::id).collect(Collectors.toSet());
        Dataset dataset = RunFiles.dataset(later);
        long known = dataset.validation().stream()
                .filter(it -> learned.contains(it.id()))
                .count();
        return new Data(dataset, (int) known);
    }

    /** One comparison. The earlier model looks at all images before the later one does: a model takes long to load. */
    private final class Comparing {
        private final RunDirectory earlier;
        private final RunDirectory later;
        private final Map<String, Detections> early = new HashMap<>();
        private final Map<String, Detections> late = new HashMap<>();
        private final Deque<Look> left = new ArrayDeque<>();
        private Data data;
        private Job job;
        private int all;
        private boolean over;

        Comparing(RunDirectory earlier, RunDirectory later) {
            this.earlier = earlier;
            this.later = later;
        }

        void begin(Data read) {
            data = read;
            List<Sample> images = read.dataset().validation();
            if (over) {
                return;
            }
            if (images.isEmpty()) {
                fail("The later run has no validation images to compare the models on.");
                return;
            }
            images.forEach(image -> left.add(new Look(true, image)));
            images.forEach(image -> left.add(new Look(false, image)));
            all = left.size();
            job = tasks.show("Comparing two models", () -> fail("The comparison was cancelled."));
            next();
        }

        private void next() {
            if (over) {
                return;
            }
            Look look = left.poll();
            if (look == null) {
                judge();
                return;
            }
            job.at(
                    (all - left.size() - 1) / (double) all,
                    look.sample().image().getFileName().toString());
            tasks.task("Finding the picture", progress -> pictures.fileOf(look.sample()))
                    .unseen()
                    .onSuccess(file -> look(look, file))
                    .onFailure(e -> fail(e.getMessage()))
                    .start();
        }

        private void look(Look look, Path file) {
            if (over) {
                return;
            }
            RunDirectory run = look.early() ? earlier : later;
            host.detect(run.root(), file, LOWEST_SCORE)
                    .whenComplete((found, failure) -> tasks.onWindowThread(() -> {
                        if (failure != null) {
                            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                            fail(String.valueOf(cause.getMessage()));
                        } else {
                            (look.early() ? early : late)
                                    .put(
                                            look.sample().id(),
                                            named(found, data.dataset().labels()));
                            next();
                        }
                    }));
        }

        private void judge() {
            List<Sample> images = data.dataset().validation();
            tasks.task("Scoring both models", progress -> ModelComparison.of(images, early, late))
                    .onSuccess(result -> tell(Optional.of(result), ""))
                    .onFailure(e -> fail(e.getMessage()))
                    .start();
        }

        private void fail(String sentence) {
            tell(Optional.empty(), sentence);
        }

        private void tell(Optional<ModelComparison> result, String problem) {
            if (!over) {
                state.set(new State(earlier, later, data == null ? 0 : data.known(), result, problem));
                end();
            }
        }

        void end() {
            over = true;
            left.clear();
            if (job != null) {
                job.end();
            }
        }
    }

    /** A class has another number in a model that was trained with other classes; one that is unknown here is left out. */
    private static Detections named(DetectionHost.Found found, LabelMap labels) {
        return new Detections(found.detections().all().stream()
                .filter(it -> labels.classes().contains(found.labels().nameOf(it.label())))
                .map(it -> new Detection(
                        labels.indexOf(found.labels().nameOf(it.label())), it.score(), it.box(), it.mask()))
                .toList());
    }
}
