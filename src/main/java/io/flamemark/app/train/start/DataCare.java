package io.flamemark.app.train.start;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.model.DataSummary;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.TrainingFiles;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.PictureHash;
import io.flamemark.dataset.PictureHashes;
import io.flamemark.dataset.Sample;
import io.flamemark.dataset.SceneSplit;
import io.flamemark.dataset.TrainingChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Looks in the background, at what every picture looks like, for what would spoil a training, and offers a split that
 * keeps scenes together where that would help. For the window's thread.
 */
public final class DataCare {

    /**
     * @param leaks pictures on both sides of the split
     * @param offer a split by scene, where validation is empty or not to be trusted
     */
    record Result(List<Finding> leaks, Optional<SceneSplit> offer) {

        static final Result NOTHING = new Result(List.of(), Optional.empty());
    }

    private final TrainViewModel model;
    private final FxTasks tasks;
    private final PictureHashes hashes = new PictureHashes();
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NOTHING);
    private Consumer<Map<ImageId, String>> applying = splits -> {};
    private Optional<Job> looking = Optional.empty();

    /** @param model looked after: each time its data was read */
    public DataCare(TrainViewModel model, FxTasks tasks) {
        this.model = model;
        this.tasks = tasks;
        // Whenever the data was read: a change that leaves all counts as they were is no change of the summary.
        model.dataProperty()
                .addListener((Observable read) -> look(model.dataProperty().get()));
    }

    /** Says how a split is put into the project, as one edit. */
    public void applyWith(Consumer<Map<ImageId, String>> action) {
        applying = action;
    }

    ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Puts the split that is offered into the project. */
    void split() {
        result.get().offer().ifPresent(offer -> {
            Map<ImageId, String> splits = new LinkedHashMap<>();
            offer.splits().forEach((id, split) -> splits.put(new ImageId(id), split));
            applying.accept(splits);
            model.refresh();
        });
    }

    private void look(DataSummary read) {
        looking.ifPresent(Job::cancel);
        Optional<Dataset> dataset =
                model.data().map(TrainingFiles.Data::dataset).filter(it -> read.canTrain());
        if (dataset.isEmpty()) {
            result.set(Result.NOTHING);
            return;
        }
        looking = Optional.of(tasks.task(
                        "Looking for pictures that are the same",
                        progress -> look(dataset.get(), share -> !progress.isCancelled()))
                .unseen()
                .onSuccess(result::set)
                .start());
    }

    private Result look(Dataset dataset, PictureHashes.Watch watch) {
        List<Sample> all = Stream.of(dataset.train(), dataset.validation(), dataset.test())
                .flatMap(List::stream)
                .toList();
        Map<String, PictureHash> known = hashes.of(all, watch);
        List<Finding> leaks = TrainingChecks.leaks(dataset, known, "");
        boolean wanted = dataset.validation().isEmpty() || !leaks.isEmpty();
        Optional<SceneSplit> offer = wanted
                ? Optional.of(SceneSplit.propose(dataset, known)).filter(SceneSplit::isUseful)
                : Optional.empty();
        return new Result(leaks, offer);
    }
}
