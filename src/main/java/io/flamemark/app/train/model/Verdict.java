package io.flamemark.app.train.model;

import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunEvent.EpochMeasured;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.Scores;
import io.flamemark.run.StopSignal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person should know about a run at this moment, in words.
 *
 * @param title a few words
 * @param text one or more sentences, may be empty
 */
public record Verdict(Tone tone, String title, String text) {

    private static final String WATCHED = "Another window or command runs it; it goes on when this window closes.";

    /** Below this mask AP50 nobody would call a model good: most of what it should find is missed or wrong. */
    private static final double LITTLE = 0.25;

    private static final String LONGER = "Train longer, draw more outlines, or start from pretrained weights.";

    private static final String UNJUDGED = "The validation images have no outline to judge by. Draw outlines on some of"
            + " them, or choose others for validation, and train again.";

    /** What earlier versions wrote into a warning: it was true when it was told, but a better epoch may have come since. */
    private static final Pattern BEST_OF_THEN = Pattern.compile(": the best epoch is \\d+, and it is kept\\.");

    /** How it should look. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        WARNING,
        BAD
    }

    /**
     * For a run that is training now.
     *
     * @param asked how it was asked to end, if it was
     * @param watched whether another window holds it
     */
    public static Verdict running(RunHistory run, boolean silent, Optional<StopSignal.When> asked, boolean watched) {
        if (silent) {
            return new Verdict(
                    Tone.WARNING,
                    "The training does not answer",
                    "It has said nothing for a while. It may only be busy; wait, or end it by force. "
                            + "The last checkpoint is kept either way.");
        }
        if (asked.filter(StopSignal.When.PAUSE::equals).isPresent()) {
            return new Verdict(Tone.NEUTRAL, "Pausing…", "A checkpoint is written, from which it can be resumed.");
        }
        if (asked.filter(StopSignal.When.AFTER_STEP::equals).isPresent()) {
            return new Verdict(Tone.NEUTRAL, "Stopping…", "The best epoch so far is kept.");
        }
        if (run.steps().isEmpty()) {
            return starting();
        }
        return new Verdict(
                lastWarning(run).isPresent() ? Tone.WARNING : Tone.NEUTRAL,
                "Training",
                Stream.of(
                                asked.map(when -> "It stops after this epoch."),
                                Optional.of(WATCHED).filter(it -> watched),
                                lastWarning(run).or(() -> Optional.of(soFar(run))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
    }

    /** For a run that has told nothing yet. */
    static Verdict starting() {
        return new Verdict(Tone.NEUTRAL, "Starting…", "The network is being built and the first images are read.");
    }

    /** For a run that is to begin when the one before it has ended. */
    static Verdict waiting() {
        return new Verdict(
                Tone.NEUTRAL,
                "Waiting",
                "It begins when the training before it has ended. Its labels are frozen already.");
    }

    /** For a run whose worker has just ended. */
    static Verdict ended(RunHistory run, WorkerExit exit) {
        return switch (exit.kind()) {
            case FINISHED -> finished(run, exit.sentence());
            case STOPPED -> new Verdict(Tone.NEUTRAL, "Stopped", joined(run, exit.sentence()));
            case PAUSED -> new Verdict(Tone.NEUTRAL, "Paused", joined(run, exit.sentence()));
            case DETACHED -> new Verdict(Tone.NEUTRAL, "Training in the background", exit.sentence());
            default -> new Verdict(Tone.BAD, "The training broke off", exit.sentence());
        };
    }

    /** For a run read back from its directory. */
    public static Verdict past(RunHistory run, RunState state, String message) {
        return switch (state) {
            case FINISHED -> finished(run, message);
            case STOPPED -> new Verdict(Tone.NEUTRAL, "Stopped", joined(run, message));
            case FAILED -> new Verdict(Tone.BAD, "The training broke off", message);
            case PAUSED -> new Verdict(Tone.NEUTRAL, "Paused", joined(run, message));
            case RUNNING ->
                new Verdict(
                        Tone.WARNING,
                        "Unfinished",
                        "This run did not tell how it ended; its process may have been cut off, or another window"
                                + " runs it.");
            case QUEUED -> new Verdict(Tone.NEUTRAL, "Not started", "This run has not begun.");
        };
    }

    /** For a run of which little can be read. */
    static Verdict damaged(String why) {
        return new Verdict(
                Tone.BAD, "This run is damaged", why + "\nWhat else its folder holds is untouched and shown below.");
    }

    private static Verdict finished(RunHistory run, String message) {
        Optional<Scores> scores = run.best().flatMap(EpochMeasured::scores);
        if (scores.filter(Predicate.not(Scores::isMeasured)).isPresent()) {
            return new Verdict(
                    Tone.WARNING,
                    "Training finished, but how good the model is was not measured",
                    joined(run, message) + " " + UNJUDGED);
        }
        Optional<Double> ap50 = scores.map(Scores::maskAp50);
        if (ap50.filter(it -> it <= 0).isPresent()) {
            return poor(run, "nothing", "No outline of the validation images was found (mask AP50 is 0).", message);
        }
        if (ap50.filter(it -> it < LITTLE).isPresent()) {
            return poor(run, "little", "Few outlines of the validation images were found well enough.", message);
        }
        boolean warned = lastWarning(run).isPresent();
        return new Verdict(warned ? Tone.WARNING : Tone.GOOD, "Training finished", joined(run, message));
    }

    /** To train longer is no advice for a run that has begun to overfit: its warning has better. */
    private static Verdict poor(RunHistory run, String found, String why, String message) {
        return new Verdict(
                Tone.WARNING,
                "Training finished, but the model finds " + found + " yet",
                Stream.of(message, why, lastWarning(run).orElse(LONGER))
                        .filter(Predicate.not(String::isBlank))
                        .collect(Collectors.joining(" ")));
    }

    /** What the run said at its end, or its figures where it said nothing; and the last warning, once. */
    private static String joined(RunHistory run, String message) {
        List<String> sentences = new ArrayList<>();
        if (message.isBlank()) {
            run.best().map(Verdict::figures).ifPresent(sentences::add);
        } else {
            sentences.add(message);
        }
        lastWarning(run).filter(w -> !message.contains(w)).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static String soFar(RunHistory run) {
        return run.best().map(Verdict::figures).orElse("How good it is will show after the first epoch.");
    }

    private static String figures(EpochMeasured best) {
        return best.scores()
                .map(s -> s.isMeasured()
                        ? "Best epoch %s: mask AP50 %s, mean IoU %s on the validation images."
                                .formatted(best.epoch(), Words.fraction(s.maskAp50()), Words.fraction(s.meanIou()))
                        : "Best epoch %s, by its loss: without an outline on the validation images there are no scores."
                                .formatted(best.epoch()))
                .orElse("Epoch " + best.epoch() + " is kept.");
    }

    /** Of those that still hold. A run that goes on tells some of them again, which makes them no newer. */
    private static Optional<String> lastWarning(RunHistory run) {
        Deque<String> holding = new ArrayDeque<>();
        for (Notice notice : run.notices()) {
            if (notice.level() == Level.WARNING && !holding.contains(notice.message())) {
                holding.push(notice.message());
            } else if (notice.level() == Level.CLEARED) {
                holding.poll();
            }
        }
        return Optional.ofNullable(holding.peek())
                .map(warning -> BEST_OF_THEN.matcher(warning).replaceFirst(". The best epoch is kept."));
    }
}
