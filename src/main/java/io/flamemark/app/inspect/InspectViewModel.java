package io.flamemark.app.inspect;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.Dataset;
import io.flamemark.host.DetectionHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunSummary;
import io.flamemark.run.Scores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The state of the Inspect workspace; knows no control. For the window's thread. */
public final class InspectViewModel {

    private static final double USUAL_THRESHOLD = 0.5;

    private final Supplier<Optional<InspectFiles>> project;
    private final DetectionHost host;
    private final FxTasks tasks;
    private final DisplayLoader loader;

    private final ModelList models = new ModelList();
    private final ObservableList<InspectImage> images = FXCollections.observableArrayList();
    private final ObjectProperty<ImageSet> imageSet = new SimpleObjectProperty<>(ImageSet.JUDGED);
    private final ObjectProperty<InspectImage> selected = new SimpleObjectProperty<>();
    private final DoubleProperty threshold = new SimpleDoubleProperty(USUAL_THRESHOLD);
    private final IntegerProperty chosenDetection = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<Display> display = new ReadOnlyObjectWrapper<>(new Display.Nothing());
    private final Scoring scoring;
    private final StringProperty failure = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    private final List<InspectImage> outside = new ArrayList<>();
    private List<InspectImage> inProject = List.of();
    private Scan scan;
    private Job refreshing;
    private boolean inFront;

    /** @param project the files of the project as it is now, empty while none is open */
    public InspectViewModel(Supplier<Optional<InspectFiles>> project, DetectionHost host, FxTasks tasks) {
        this.project = project;
        this.host = host;
        this.tasks = tasks;
        loader = new DisplayLoader(tasks, display::set);
        scoring = new Scoring(tasks);
        ModelCaution caution = new ModelCaution(models.chosenProperty(), tasks);
        problem.bind(
                Bindings.when(failure.isEmpty()).then(caution.wordsProperty()).otherwise(failure));
        models.chosenProperty().addListener((o, was, is) -> {
            if (was == null || is == null || !was.isSameAs(is)) {
                startScan();
            }
        });
        imageSet.addListener((o, was, is) -> listImages());
        selected.addListener((o, was, is) -> showSelected());
    }

    /** The models to choose from: the runs beside the project, newest first, then files that were opened. */
    ObservableList<ModelChoice> models() {
        return models.all();
    }

    /** The model to look with; null for none. */
    public ObjectProperty<ModelChoice> modelProperty() {
        return models.chosenProperty();
    }

    ObservableList<InspectImage> images() {
        return images;
    }

    ObjectProperty<ImageSet> imageSetProperty() {
        return imageSet;
    }

    /** The image on display; null for none. */
    public ObjectProperty<InspectImage> selectedProperty() {
        return selected;
    }

    /** Detections below it are not shown; 0.05..1. */
    public DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** The index of the detection pointed out in the image on display, -1 for none. */
    IntegerProperty chosenDetectionProperty() {
        return chosenDetection;
    }

    ReadOnlyObjectProperty<Display> displayProperty() {
        return display.getReadOnlyProperty();
    }

    /** COCO's figures over the listed images with a truth; null until all of them were looked at. */
    public ReadOnlyObjectProperty<Scores> scoresProperty() {
        return scoring.scoresProperty();
    }

    /** Why something could not be done, or what has to be known of the chosen model; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Rises whenever an image's outcome is new. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    boolean isScanning() {
        return scan != null && scan.isBusy();
    }

    /** How far looking at an image has come. */
    Outcome outcome(InspectImage image) {
        return scan == null || image == null ? new Outcome.Waiting() : scan.of(image);
    }

    /** What was found in the image on display, if that is known. */
    Optional<Judgement> judgement() {
        return outcome(selected.get()) instanceof Outcome.Seen seen ? Optional.of(seen.judgement()) : Optional.empty();
    }

    /** The sums over the listed images that were looked at, at the threshold. */
    Tally tally() {
        return Tally.of(seen(), threshold.get());
    }

    /** The same at every threshold. */
    ThresholdCurve thresholdCurve() {
        return ThresholdCurve.of(seen());
    }

    private List<Judgement> seen() {
        List<Judgement> seen = new ArrayList<>();
        for (InspectImage image : images) {
            if (outcome(image) instanceof Outcome.Seen it) {
                seen.add(it.judgement());
            }
        }
        return seen;
    }

    /** The files, for views that read images of their own. */
    Optional<InspectFiles> files() {
        return project.get();
    }

    /** Chooses a run, as when its results are asked for elsewhere. */
    public void lookWith(RunDirectory run) {
        models.choose(ModelChoice.of(run));
    }

    /** Chooses a weights file or a model folder. */
    public void openModel(Path weights) {
        models.choose(ModelChoice.of(weights));
    }

    /** Adds images from outside the project and shows the first of them. */
    public void openImages(List<Path> files) {
        List<InspectImage> added = files.stream().map(InspectImage::outside).toList();
        added.stream().filter(i -> !outside.contains(i)).forEach(outside::add);
        listImages();
        if (!added.isEmpty()) {
            selected.set(added.get(0));
        }
    }

    /** Another project was opened: nothing chosen or found belongs to it. */
    public void projectOpened() {
        outside.clear();
        inProject = List.of();
        listImages();
        models.forget();
        if (inFront) {
            refresh();
        }
    }

    /** The results are looked at from now on: the project is read, and its images are looked at by the chosen model. */
    void shown() {
        inFront = true;
        refresh();
    }

    /** The results are out of sight: another project is not read before they are looked at again. */
    void hidden() {
        inFront = false;
    }

    /** Looks again at the project and its runs; what was already found stays. */
    public void refresh() {
        if (refreshing != null) {
            refreshing.cancel();
        }
        Optional<InspectFiles> files = project.get();
        if (files.isEmpty()) {
            inProject = List.of();
            models.setRuns(List.of());
            listImages();
            return;
        }
        record Content(Dataset data, List<RunSummary> runs) {}
        refreshing = tasks.task(
                        "Reading the project's runs",
                        p -> new Content(files.get().data(), files.get().runs()))
                .unseen()
                .onSuccess(content -> refreshed(content.data(), content.runs()))
                .onFailure(e -> failure.set(e.getMessage()))
                .start();
    }

    private void refreshed(Dataset data, List<RunSummary> runs) {
        failure.set("");
        inProject = InspectImage.of(data);
        listImages();
        models.setRuns(
                runs.stream().filter(RunSummary::hasModel).map(ModelChoice::of).toList());
    }

    private void listImages() {
        List<InspectImage> all = new ArrayList<>(inProject);
        all.addAll(outside);
        List<InspectImage> next = all.stream().filter(imageSet.get()::holds).toList();
        String current = selected.get() == null ? "" : selected.get().key();
        if (!next.equals(images)) {
            scoring.forget();
            images.setAll(next);
        }
        selected.set(next.stream()
                .filter(i -> i.key().equals(current))
                .findFirst()
                .orElse(next.isEmpty() ? null : next.get(0)));
        if (scan != null) {
            scan.add(images);
            outcomesChanged();
        }
    }

    private void startScan() {
        if (scan != null) {
            scan.close();
            scan = null;
        }
        scoring.forget();
        if (modelProperty().get() != null) {
            scan = new Scan(modelProperty().get(), host, tasks, this::outcomesChanged);
            if (selected.get() != null) {
                scan.prefer(selected.get());
            }
            scan.add(images);
        }
        revision.set(revision.get() + 1);
    }

    private void showSelected() {
        chosenDetection.set(-1);
        InspectImage image = selected.get();
        Optional<InspectFiles> files = project.get();
        if (image == null || files.isEmpty()) {
            loader.clear();
            return;
        }
        loader.load(files.get(), image);
        if (scan != null) {
            scan.prefer(image);
        }
    }

    private void outcomesChanged() {
        revision.set(revision.get() + 1);
        if (scan != null && !scan.isBusy()) {
            scoring.score(images, this::outcome);
        }
    }
}
