package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.chart.Budget;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunHistory;
import io.flamemark.settings.Settings.Charts.Axis;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunCurvesTest {

    private final RunCurves curves = new RunCurves();

    private double[] losses() {
        return curves.steps().values(Measure.TRAINING).toArray();
    }

    private static double[] losses(RunHistory run) {
        return run.steps().stream().mapToDouble(s -> s.losses().total()).toArray();
    }

    @Test
    @DisplayName("followed in pieces, the columns are those of the run read at once")
    void pieces() {
        List<RunEvent> events = PlausibleRun.epochs(30);
        RunHistory run = new RunHistory();
        for (int i = 0; i < events.size(); i++) {
            run.add(events.get(i));
            if (i % 37 == 0) {
                assertTrue(curves.follow(run, Budget.endless()));
            }
        }
        curves.follow(run, Budget.endless());
        assertArrayEquals(losses(run), losses());
        assertEquals(30, curves.epochs().size());
        assertEquals(30, curves.epochs().places(Axis.EPOCH).get(29));
    }

    @Test
    @DisplayName("what a run took back, because it goes on from an earlier step, leaves the columns")
    void takenBack() {
        RunHistory run = RunHistory.of(PlausibleRun.epochs(3));
        curves.follow(run, Budget.endless());
        run.add(new RunEvent.Resumed(1, 20));
        PlausibleRun.epochs(5).stream().skip(22).forEach(run::add);
        curves.follow(run, Budget.endless());
        assertEquals(100, curves.steps().size());
        assertArrayEquals(losses(run), losses());
        assertEquals(5, curves.epochs().size());
    }

    @Test
    @DisplayName("with the time spent it says that there is more")
    void budget() {
        RunHistory run = RunHistory.of(PlausibleRun.epochs(3));
        assertFalse(curves.follow(run, Budget.millis(0)));
        assertTrue(curves.follow(run, Budget.endless()));
    }
}
