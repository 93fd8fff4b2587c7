package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.train.Validator.Result;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Remembers the epochs of a run and decides which is the best, when to give up, and when to warn. Best is the highest
 * mask AP on the validation images; while that is zero throughout, the lowest validation loss; without validation
 * images, the last.
 */
final class EpochJudge {

    /** So many validations in a row must be worse than the best loss before it counts as overfitting. */
    private static final int OVERFIT_EPOCHS = 3;

    /** By so much the validation loss must have risen. */
    private static final double OVERFIT_RISE = 1.1;

    private final List<EpochMark> marks;
    private boolean warned;

    EpochJudge(List<EpochMark> before) {
        marks = new ArrayList<>();
        for (EpochMark mark : before) {
            marks.add(mark);
            overfittingNotice();
        }
    }

    List<EpochMark> marks() {
        return Collections.unmodifiableList(marks);
    }

    /** Takes note of an epoch. */
    EpochMark add(int epoch, LossBreakdown training, Optional<Result> result) {
        EpochMark mark =
                new EpochMark(epoch, training, result.map(Result::losses), result.map(Result::scores), isBest(result));
        marks.add(mark);
        return mark;
    }

    private boolean isBest(Optional<Result> result) {
        if (result.isEmpty()) {
            // Never better than a validated epoch; without any validation the newest is the best there is.
            return validated().isEmpty();
        }
        Optional<EpochMark> best = best().filter(mark -> mark.validation().isPresent());
        if (best.isEmpty()) {
            return true;
        }
        double ap = result.get().scores().maskAp();
        double bestAp = best.get().scores().map(Scores::maskAp).orElse(0.0);
        return ap > 0 || bestAp > 0
                ? ap > bestAp
                : result.get().losses().total()
                        < best.get().validation().map(LossBreakdown::total).orElse(Double.MAX_VALUE);
    }

    /** The best epoch so far: the last one that was the best when it was measured. */
    Optional<EpochMark> best() {
        return marks.stream().filter(EpochMark::best).reduce((earlier, later) -> later);
    }

    /** Its number, 0 before the first. */
    int bestEpoch() {
        return best().map(EpochMark::epoch).orElse(0);
    }

    /** Whether so many validations in a row, not epochs, brought nothing better; 0 never does. */
    boolean isOutOfPatience(int patience) {
        if (patience <= 0) {
            return false;
        }
        int best = bestEpoch();
        return validated().stream().filter(mark -> mark.epoch() > best).count() >= patience;
    }

    /** Says once that the network has begun to learn the training images by heart, and once that it no longer does. */
    Optional<Notice> overfittingNotice() {
        OptionalInt since = overfitSince();
        if (!warned && since.isPresent()) {
            warned = true;
            int epoch = since.getAsInt();
            String words = bestEpoch() >= epoch ? losesConfidence(epoch) : learnsByHeart(epoch);
            return Optional.of(new Notice(Level.WARNING, words));
        }
        if (warned && lowest(validated()) == validated().size() - 1) {
            warned = false;
            return Optional.of(new Notice(
                    Level.CLEARED,
                    "The loss on the validation images is lower than ever again: no sign of overfitting any more."));
        }
        return Optional.empty();
    }

    private static String learnsByHeart(int since) {
        return "Overfitting since epoch " + since
                + ": the loss on the training images still falls, on the validation images it rises. The network learns"
                + " the training images by heart. The best epoch is kept; more and more varied training images help"
                + " most.";
    }

    /** The loss also counts how sure the network is of its mistakes; what it finds may get better all the same. */
    private static String losesConfidence(int since) {
        return "The loss on the validation images has been rising since epoch " + since
                + ", a sign of overfitting, though what is found there has got better since. The best epoch is kept;"
                + " more and more varied training images help most.";
    }

    /** The epoch after the lowest validation loss, where it has been clearly higher ever since. */
    private OptionalInt overfitSince() {
        List<EpochMark> seen = validated();
        int lowest = lowest(seen);
        if (seen.size() - 1 - lowest < OVERFIT_EPOCHS) {
            return OptionalInt.empty();
        }
        EpochMark turn = seen.get(lowest);
        boolean rises = seen.subList(seen.size() - OVERFIT_EPOCHS, seen.size()).stream()
                .allMatch(mark -> loss(mark) > OVERFIT_RISE * loss(turn)
                        && mark.training().total() < turn.training().total());
        return rises ? OptionalInt.of(turn.epoch() + 1) : OptionalInt.empty();
    }

    private static int lowest(List<EpochMark> seen) {
        int lowest = 0;
        for (int i = 1; i < seen.size(); i++) {
            lowest = loss(seen.get(i)) < loss(seen.get(lowest)) ? i : lowest;
        }
        return lowest;
    }

    private List<EpochMark> validated() {
        return marks.stream().filter(mark -> mark.validation().isPresent()).toList();
    }

    private static double loss(EpochMark mark) {
        return mark.validation().map(LossBreakdown::total).orElse(Double.MAX_VALUE);
    }
}
