package io.flamemark.app.inspect;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.run.Evaluation;
import io.flamemark.run.Scores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** COCO's figures over a list of images, computed once in the background and kept until the list or the model changes. */
final class Scoring {

    private final FxTasks tasks;
    private final ReadOnlyObjectWrapper<Scores> scores = new ReadOnlyObjectWrapper<>();
    private Job running;
    private boolean asked;

    Scoring(FxTasks tasks) {
        this.tasks = tasks;
    }

    /** Null while unknown. */
    ReadOnlyObjectProperty<Scores> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** What was computed is no longer true. */
    void forget() {
        asked = false;
        scores.set(null);
        if (running != null) {
            running.cancel();
        }
    }

    /** Computes the figures over the images that were looked at and whose truth is known, unless that is done. */
    void score(List<InspectImage> images, Function<InspectImage, Outcome> outcomes) {
        List<Sample> samples = new ArrayList<>();
        Map<String, Detections> found = new HashMap<>();
        for (InspectImage image : images) {
            if (image.sample().isPresent() && outcomes.apply(image) instanceof Outcome.Seen seen) {
                samples.add(image.sample().get());
                found.put(image.key(), seen.judgement().found());
            }
        }
        if (asked || samples.isEmpty()) {
            return;
        }
        asked = true;
        running = tasks.task(
                        "Scoring",
                        progress -> Evaluation.evaluate(samples, found).toScores())
                .onSuccess(scores::set)
                .start();
    }
}
