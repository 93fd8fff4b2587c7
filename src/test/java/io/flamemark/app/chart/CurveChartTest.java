package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CurveChartTest {

    private static final int ENOUGH_FRAMES = 5;
    private static final int PATIENCE = 20;

    private CurveChart chart;

    @Start
    void start(Stage stage) {
        chart = new CurveChart("Loss", "Nothing yet.");
        stage.setScene(new Scene(new StackPane(chart), 400, 300));
        stage.show();
    }

    @Test
    @DisplayName("what a chart was given while it was out of sight is painted when it comes into sight")
    void comesIntoSight(FxRobot robot) throws Exception {
        robot.interact(() -> chart.setVisible(false));
        robot.interact(() -> chart.show(line(10)));
        awaitFrames(robot);
        assertEquals(0, painted().x().low(), "nothing is painted out of sight");
        assertEquals(0, legendEntries(robot), "nor is a legend made");
        robot.interact(() -> chart.setVisible(true));
        WaitForAsyncUtils.waitFor(
                PATIENCE, TimeUnit.SECONDS, () -> painted().x().low() == 10 && legendEntries(robot) == 2);
    }

    private static int legendEntries(FxRobot robot) {
        return robot.lookup(".legend-entry").queryAll().size();
    }

    private PlotArea painted() {
        return ((PlotCanvas) chart.getCenter()).area();
    }

    private static Plot line(double from) {
        Samples x = new Samples();
        Samples y = new Samples();
        for (int i = 0; i < 3; i++) {
            x.add(from + i);
            y.add(i);
        }
        Series one = new Series("training", "", Hue.nth(0), Series.Line.SOLID, x, y);
        Series other = new Series("validation", "", Hue.nth(1), Series.Line.SOLID, x, y);
        return new Plot("step", Places.WHOLE, List.of(one, other), List.of(), false, Optional.empty());
    }

    private static void awaitFrames(FxRobot robot) throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(ENOUGH_FRAMES);
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.countDown();
            }
        };
        robot.interact(counter::start);
        frames.await(PATIENCE, TimeUnit.SECONDS);
        robot.interact(counter::stop);
    }
}
