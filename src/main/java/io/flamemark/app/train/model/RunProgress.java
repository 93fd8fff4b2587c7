package io.flamemark.app.train.model;

import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunEvent.Started;
import io.flamemark.run.RunEvent.StepMeasured;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.RunWords;
import io.flamemark.run.Scores;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a run is, in figures and words.
 *
 * @param fraction 0..1, or -1 while it cannot be known
 * @param epoch "Epoch 3 of 20", empty before the first step
 * @param step "step 41 of 400"
 * @param timeLeft "about 12 min left", empty where unknown or over
 * @param speed "2.1 images/s"
 */
public record RunProgress(double fraction, String epoch, String step, String timeLeft, String speed) {

    private static final RunProgress UNKNOWN = new RunProgress(-1, "", "", "", "");

    /** Of what a run has told so far. */
    public static RunProgress of(RunHistory run) {
        Optional<Started> started = run.started();
        if (started.isEmpty() || run.steps().isEmpty()) {
            return UNKNOWN;
        }
        Started plan = started.get();
        StepMeasured last = run.steps().get(run.steps().size() - 1);
        long all = Math.max(1, (long) plan.epochs() * plan.stepsPerEpoch());
        boolean over = run.ended().isPresent();
        boolean finished =
                run.ended().filter(end -> end.state() == RunState.FINISHED).isPresent();
        return new RunProgress(
                finished ? 1 : Math.min(1, last.step() / (double) all),
                "Epoch " + last.epoch() + " of " + plan.epochs(),
                "step " + last.step() + " of " + all,
                over ? "" : timeLeft(last.secondsLeft()),
                String.format(Locale.ROOT, "%.1f images/s", last.imagesPerSecond()));
    }

    /** What is still to come, unless it was asked to end before. */
    public String timeLeft(Phase phase) {
        return phase == Phase.TRAINING ? timeLeft : "";
    }

    /** An epoch in one line, for the log below the charts. */
    public static String line(EpochMeasured epoch) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "Epoch %3d  loss %s",
                epoch.epoch(),
                Words.loss(epoch.training().total())));
        epoch.validation().ifPresent(v -> line.append("  validation ").append(Words.loss(v.total())));
        epoch.scores().map(RunProgress::scores).ifPresent(line::append);
        line.append("  ").append(Words.roughly(epoch.seconds()));
        return line.append(epoch.best() ? "  " + RunWords.whyKept(epoch) : "").toString();
    }

    private static String scores(Scores scores) {
        return scores.isMeasured()
                ? "  AP %s  AP50 %s  mean IoU %s"
                        .formatted(
                                Words.fraction(scores.maskAp()),
                                Words.fraction(scores.maskAp50()),
                                Words.fraction(scores.meanIou()))
                : "  scores not measured";
    }

    private static String timeLeft(double seconds) {
        return Double.isFinite(seconds) && seconds > 0 ? "about " + Words.roughly(seconds) + " left" : "";
    }
}
