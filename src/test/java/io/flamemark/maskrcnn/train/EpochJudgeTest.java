package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochJudgeTest {

    private final EpochJudge judge = new EpochJudge(List.of());

    @Test
    void theHighestMaskApIsTheBest() {
        assertTrue(add(1, 1, 2, 0.1));
        assertTrue(add(2, 1, 3, 0.3));
        assertFalse(add(3, 1, 1, 0.2));
        assertEquals(2, judge.bestEpoch());
    }

    @Test
    void whileNothingIsFoundTheLowestLossIsTheBest() {
        assertTrue(add(1, 1, 2, 0));
        assertFalse(add(2, 1, 3, 0));
        assertTrue(add(3, 1, 1.5, 0));
        assertTrue(add(4, 1, 9, 0.01));
        assertFalse(add(5, 1, 0.1, 0));
    }

    @Test
    void withoutValidationTheNewestIsTheBest() {
        assertTrue(judge.add(1, loss(1), Optional.empty()).best());
        assertTrue(judge.add(2, loss(2), Optional.empty()).best());
        assertEquals(2, judge.bestEpoch());
    }

    @Test
    void anEpochThatWasNotValidatedNeverReplacesOneThatWas() {
        add(1, 1, 2, 0.1);
        assertFalse(judge.add(2, loss(1), Optional.empty()).best());
    }

    @Test
    void runsOutOfPatienceAfterSoManyValidationsWithoutABetterOne() {
        add(1, 1, 2, 0.5);
        add(2, 1, 2, 0.4);
        assertFalse(judge.isOutOfPatience(2));
        add(3, 1, 2, 0.4);
        assertTrue(judge.isOutOfPatience(2));
        assertFalse(judge.isOutOfPatience(0));
    }

    @Test
    void warnsOnceWhenItOverfitsAndNamesTheEpochWhereThatBegan() {
        add(1, 2.0, 2.0, 0.1);
        add(2, 1.5, 1.0, 0.2);
        add(3, 1.2, 1.3, 0.2);
        add(4, 1.0, 1.4, 0.2);
        assertTrue(judge.overfittingNotice().isEmpty());
        add(5, 0.8, 1.5, 0.2);
        assertTrue(judge.overfittingNotice().orElseThrow().message().startsWith("Overfitting since epoch 3:"));
        add(6, 0.6, 1.6, 0.2);
        assertTrue(judge.overfittingNotice().isEmpty());
    }

    @Test
    void aRisingLossWithBetterFindsIsToldInSofterWords() {
        add(1, 2.0, 1.0, 0.1);
        add(2, 1.5, 1.3, 0.2);
        add(3, 1.2, 1.4, 0.3);
        add(4, 1.0, 1.5, 0.4);
        String notice = judge.overfittingNotice().orElseThrow().message();
        assertTrue(notice.contains("rising since epoch 2"), notice);
        assertFalse(notice.contains("4"), "a better epoch may come: it would make the sentence false");
    }

    @Test
    void whatWasWarnedOfIsTakenBackWhenTheValidationLossFallsLowerThanEver() {
        add(1, 2.0, 1.0, 0.1);
        add(2, 1.5, 1.3, 0.2);
        add(3, 1.2, 1.4, 0.2);
        add(4, 1.0, 1.5, 0.2);
        assertEquals(Level.WARNING, judge.overfittingNotice().orElseThrow().level());
        add(5, 0.9, 1.05, 0.2);
        assertTrue(judge.overfittingNotice().isEmpty(), "still higher than it was");
        add(6, 0.8, 0.9, 0.2);
        assertTrue(judge.overfittingNotice().isPresent());
        assertTrue(new EpochJudge(judge.marks()).overfittingNotice().isEmpty(), "told before the run broke off");
        add(7, 0.7, 1.2, 0.2);
        add(8, 0.6, 1.3, 0.2);
        add(9, 0.5, 1.4, 0.2);
        assertEquals(Level.WARNING, judge.overfittingNotice().orElseThrow().level(), "and may begin again");
    }

    @Test
    void aTrainingThatLearnsByHeartFromItsSecondEpochIsTold() {
        double[] training = {1.60, 1.18, 0.85, 0.61, 0.44, 0.31, 0.22, 0.16, 0.11, 0.08};
        double[] validation = {1.50, 1.56, 1.66, 1.71, 1.83, 1.87, 1.95, 2.04, 2.09, 2.16};
        List<String> notices = new ArrayList<>();
        for (int epoch = 1; epoch <= training.length; epoch++) {
            add(epoch, training[epoch - 1], validation[epoch - 1], 0);
            judge.overfittingNotice().map(Notice::message).ifPresent(notices::add);
        }
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).startsWith("Overfitting since epoch 2:"), notices.get(0));
        assertEquals(1, judge.bestEpoch(), "by the validation loss, since nothing was ever found");
        assertTrue(judge.isOutOfPatience(8));
    }

    @Test
    void doesNotWarnWhileTheValidationLossOnlyWavers() {
        add(1, 2.0, 1.00, 0.1);
        add(2, 1.5, 1.05, 0.2);
        add(3, 1.2, 1.30, 0.2);
        add(4, 1.0, 1.02, 0.2);
        assertTrue(judge.overfittingNotice().isEmpty());
    }

    private boolean add(int epoch, double training, double validation, double ap) {
        Scores scores = new Scores(ap, ap, ap, ap, ap);
        return judge.add(epoch, loss(training), Optional.of(new Validator.Result(loss(validation), scores, Map.of())))
                .best();
    }

    private static LossBreakdown loss(double total) {
        return new LossBreakdown(total, 0, 0, 0, 0);
    }
}
