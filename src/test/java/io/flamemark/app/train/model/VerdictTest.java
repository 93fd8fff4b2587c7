package io.flamemark.app.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.RunWords;
import io.flamemark.run.Scores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    @DisplayName("a training that learned something is good news")
    void good() {
        Verdict verdict = finished(0.4);
        assertEquals(Verdict.Tone.GOOD, verdict.tone());
        assertEquals("Training finished", verdict.title());
    }

    @Test
    @DisplayName("a training whose model finds nothing says so, and what can be done")
    void findsNothing() {
        Verdict verdict = finished(0);
        assertEquals(Verdict.Tone.WARNING, verdict.tone());
        assertTrue(verdict.title().contains("finds nothing"), verdict.title());
        assertTrue(verdict.text().startsWith("All epochs are done."), verdict.text());
        assertTrue(verdict.text().contains("Train longer"), verdict.text());
    }

    @Test
    @DisplayName("validation images without an outline measure nothing, which is not the same as finding nothing")
    void notMeasured() {
        Verdict verdict = finished(-1);
        assertEquals("Training finished, but how good the model is was not measured", verdict.title());
        assertTrue(verdict.text().startsWith("All epochs are done."), verdict.text());
        assertTrue(verdict.text().contains("have no outline to judge by"), verdict.text());
        assertFalse(verdict.text().contains("Train longer"), verdict.text());

        LossBreakdown losses = new LossBreakdown(1, 1, 1, 1, 1);
        Scores none = new Scores(-1, -1, -1, -1, -1);
        RunEvent.EpochMeasured epoch =
                new RunEvent.EpochMeasured(3, 20, losses, Optional.of(losses), Optional.of(none), true, 4);
        RunHistory run = RunHistory.of(List.of(new RunEvent.StepMeasured(1, 1, losses, 0.1, 2, 40), epoch));
        assertTrue(training(run).startsWith("Best epoch 3, by its loss:"), training(run));
        assertEquals(
                "Epoch   3  loss 5.000  validation 5.000  scores not measured  4 s  best so far",
                RunProgress.line(epoch));
        assertEquals(
                Optional.of("epoch 3/9  loss 5.000  validation 5.000  scores not measured  4 s  best so far"),
                RunWords.line(epoch, 9));
    }

    @Test
    @DisplayName("a model that finds little is not praised")
    void findsLittle() {
        Verdict verdict = finished(0.1);
        assertEquals(Verdict.Tone.WARNING, verdict.tone());
        assertTrue(verdict.title().contains("finds little"), verdict.title());
    }

    @Test
    @DisplayName("a model that finds little because it overfitted is told so, and not to be trained longer")
    void findsLittleAndOverfits() {
        Verdict verdict = finished(0.1, new RunEvent.Notice(RunEvent.Level.WARNING, "It overfits."));
        assertTrue(verdict.title().contains("finds little"), verdict.title());
        assertTrue(verdict.text().endsWith(" It overfits."), verdict.text());
        assertFalse(verdict.text().contains("Train longer"), verdict.text());
    }

    @Test
    @DisplayName("while it trains it tells how good it is so far; a warning takes the place of that")
    void soFar() {
        LossBreakdown losses = new LossBreakdown(1, 1, 1, 1, 1);
        RunHistory run = RunHistory.of(List.of(new RunEvent.StepMeasured(1, 1, losses, 0.1, 2, 40)));
        assertEquals("How good it is will show after the first epoch.", training(run));
        Scores scores = new Scores(0.2, 0.4, 0.2, 0.4, 0.5);
        run.add(new RunEvent.EpochMeasured(1, 20, losses, Optional.of(losses), Optional.of(scores), true, 1));
        assertEquals("Best epoch 1: mask AP50 0.400, mean IoU 0.500 on the validation images.", training(run));
        run.add(new RunEvent.Notice(RunEvent.Level.WARNING, "It overfits."));
        assertEquals("It overfits.", training(run));
    }

    private static String training(RunHistory run) {
        return Verdict.running(run, false, Optional.empty(), false).text();
    }

    @Test
    @DisplayName("a run that never said how it ended is called unfinished")
    void cutOff() {
        assertEquals(
                "Unfinished",
                Verdict.past(new RunHistory(), RunState.RUNNING, "").title());
    }

    @Test
    @DisplayName("a warning that was taken back is no longer told; the one before it still is")
    void takenBack() {
        RunEvent.Notice leftOut = new RunEvent.Notice(RunEvent.Level.WARNING, "a.jpg was left out.");
        RunEvent.Notice overfits = new RunEvent.Notice(RunEvent.Level.WARNING, "It overfits.");
        RunEvent.Notice better = new RunEvent.Notice(RunEvent.Level.CLEARED, "It does no longer.");
        RunHistory history = RunHistory.of(List.of(leftOut, overfits, overfits));
        assertEquals("It overfits.", Verdict.past(history, RunState.STOPPED, "").text());
        history.add(better);
        assertEquals(
                "a.jpg was left out.",
                Verdict.past(history, RunState.STOPPED, "").text());
        history.add(better);
        assertEquals("", Verdict.past(history, RunState.STOPPED, "").text());
    }

    @Test
    @DisplayName("what a run that goes on warns of again is no newer than what it warned of since")
    void toldAgain() {
        RunEvent.Notice leftOut = new RunEvent.Notice(RunEvent.Level.WARNING, "a.jpg was left out.");
        RunEvent.Notice overfits = new RunEvent.Notice(RunEvent.Level.WARNING, "It overfits.");
        RunEvent.Notice better = new RunEvent.Notice(RunEvent.Level.CLEARED, "It does no longer.");
        RunHistory history = RunHistory.of(List.of(leftOut, overfits, leftOut));
        assertEquals("It overfits.", Verdict.past(history, RunState.STOPPED, "").text());
        history.add(better);
        assertEquals(
                "a.jpg was left out.",
                Verdict.past(history, RunState.STOPPED, "").text());
    }

    @Test
    @DisplayName("the warning of a run that went on after it names no best epoch of then, as earlier versions wrote it")
    void bestOfThen() {
        String recorded =
                "The loss on the validation images has been rising since epoch 11, a sign of overfitting, though"
                        + " what is found there has got better since: the best epoch is 20, and it is kept. More and more varied"
                        + " training images help most.";
        RunHistory history = RunHistory.of(List.of(new RunEvent.Notice(RunEvent.Level.WARNING, recorded)));
        String text = Verdict.past(history, RunState.FINISHED, "Trained 90 epochs. The best is epoch 80.")
                .text();
        assertEquals(
                "Trained 90 epochs. The best is epoch 80. The loss on the validation images has been rising since epoch"
                        + " 11, a sign of overfitting, though what is found there has got better since. The best epoch"
                        + " is kept. More and more varied training images help most.",
                text);
    }

    private static Verdict finished(double ap50, RunEvent... told) {
        RunHistory history = RunHistory.of(List.of(told));
        history.add(new RunEvent.EpochMeasured(
                1,
                20,
                LossBreakdown.ZERO,
                Optional.of(LossBreakdown.ZERO),
                Optional.of(new Scores(ap50 / 2, ap50, ap50 / 2, ap50, ap50)),
                true,
                1.5));
        return Verdict.past(history, RunState.FINISHED, "All epochs are done.");
    }
}
