package io.flamemark.app.train.history;

import io.flamemark.app.train.history.ModelComparison.Change;
import io.flamemark.app.train.model.Words;
import io.flamemark.run.Scores;
import java.util.Locale;

/** Which of two models is better, in words. */
final class ComparisonWords {

    private ComparisonWords() {}

    /** The outcome over all images, in a few words. */
    static String title(ModelComparison result) {
        if (!isMeasured(result)) {
            return "There are no outlines to judge the models by";
        }
        return switch (result.overall()) {
            case BETTER -> "The later model is better";
            case SAME -> "Both models are as good";
            case WORSE -> "The later model is worse";
        };
    }

    /** The figures behind it. */
    static String figures(ModelComparison result) {
        return (isMeasured(result)
                        ? scores(result.earlier(), result.later())
                        : "Without outlines on the validation images only false alarms are told.")
                + " Of %s, %s better, %s the same, %s worse."
                        .formatted(
                                Words.count(result.images().size(), "image"),
                                result.count(Change.BETTER),
                                result.count(Change.SAME),
                                result.count(Change.WORSE));
    }

    static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** Both models look at the same images, so that neither is measured or both are. */
    private static boolean isMeasured(ModelComparison result) {
        return result.later().isMeasured();
    }

    private static String scores(Scores earlier, Scores later) {
        return "Mask AP %s, before %s; AP50 %s, before %s; mean IoU %s, before %s."
                .formatted(
                        Words.fraction(later.maskAp()),
                        Words.fraction(earlier.maskAp()),
                        Words.fraction(later.maskAp50()),
                        Words.fraction(earlier.maskAp50()),
                        Words.fraction(later.meanIou()),
                        Words.fraction(earlier.meanIou()));
    }
}
