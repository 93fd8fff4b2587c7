package io.flamemark.run;

import io.flamemark.detection.MeanIou;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a {@link ModelCard} says to a person: what the model is, how good, and what must not be concluded from that. */
final class ModelWords {

    /** From so many objects on, one more or less hardly moves a figure. */
    private static final int MANY_OBJECTS = 100;

    private ModelWords() {}

    static String summary(TrainingJob job, int epoch, Optional<Scores> scores) {
        RunConfig config = job.config();
        RunConfig.Network network = config.network();
        ModelCard.Data data = ModelCard.Data.of(job.dataset());
        String start = network.startsFromNothing() ? "from nothing" : "from the weights " + network.weights();
        return format(
                "A Mask R-CNN (%s, images of %d pixels) that finds %s, trained %s with the preset %s and the seed %d on"
                        + " %s; %s; %s. These are the weights of epoch %d of %d. %s",
                network.backbone(),
                network.minSize(),
                String.join(", ", job.dataset().labels().classes()),
                start,
                config.preset(),
                config.machine().seed(),
                part(data.trainImages(), data.trainObjects()),
                judged(data),
                keptApart(data),
                epoch,
                config.optimization().epochs(),
                measured(scores).map(ModelWords::figures).orElse("How good it is was not measured."));
    }

    private static String judged(ModelCard.Data data) {
        return data.validationImages() == 0
                ? "judged on no others"
                : "judged on "
                        + part(data.validationImages(), data.validationObjects().orElse(0));
    }

    private static String keptApart(ModelCard.Data data) {
        return data.testImages() == 0
                ? "none kept apart for the final test"
                : part(data.testImages(), data.testObjects().orElse(0)) + " kept apart for the final test";
    }

    private static String part(int images, int objects) {
        return RunWords.count(images, "image") + " with " + RunWords.count(objects, "annotated object");
    }

    private static String figures(Scores scores) {
        return format(
                "On the validation images it has a mask AP of %.3f, an AP50 of %.3f and a mean IoU of %.3f.",
                scores.maskAp(), scores.maskAp50(), scores.meanIou());
    }

    /** What the figures do not say. */
    static List<String> limits(TrainingJob job, Optional<Scores> scores) {
        ModelCard.Data data = ModelCard.Data.of(job.dataset());
        List<String> limits = new ArrayList<>();
        limits.add("All it knows comes from " + RunWords.count(data.trainImages(), "training image")
                + ". Whether it is of use on other places, seasons and cameras has to be tried there.");
        if (measured(scores).isPresent()) {
            limits.addAll(ofFigures(data, job.config().sampling().scoreThreshold()));
        }
        return limits;
    }

    private static List<String> ofFigures(ModelCard.Data data, double threshold) {
        List<String> limits = new ArrayList<>();
        limits.add("The validation images chose the epoch, so their figures flatter it. "
                + (data.testImages() == 0
                        ? "There are no test images, which it has never met; annotate some and use the command"
                                + " evaluate."
                        : "The test images were not looked at: the command evaluate gives the figures on them."));
        int objects = data.validationObjects().orElse(0);
        if (objects > 0 && objects < MANY_OBJECTS) {
            limits.add(format(
                    "With %s to judge by, a single one moves AP50 by up to %.2f.",
                    RunWords.count(objects, "object"), 1.0 / objects));
        }
        limits.add("AP counts every detection that scores more than " + RunWords.number(threshold)
                + ", mean IoU those of " + RunWords.number(MeanIou.MIN_SCORE)
                + " or more. No threshold was chosen: how many are found and how many are false alarms at each is shown"
                + " in the window under Inspect.");
        return limits;
    }

    private static Optional<Scores> measured(Optional<Scores> scores) {
        return scores.filter(Scores::isMeasured);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
