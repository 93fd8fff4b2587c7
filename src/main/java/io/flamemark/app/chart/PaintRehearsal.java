package io.flamemark.app.chart;

import io.flamemark.app.chart.PlotPainter.Ink;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.util.Duration;

/**
 * Has a small plot drawn again and again where nobody sees it. What fills outlines is slow until the Java machine has
 * compiled it, and the window waits for each frame to be drawn: with the first charts, four frames took longer than 50 ms.
 */
final class PaintRehearsal {

    private static final int ROUNDS = 60;
    private static final Duration BETWEEN = Duration.millis(40);
    private static final int FIRST_WIDTH = 90;
    private static final int WIDER = 4;
    private static final double CORNER = 8;

    private final Canvas canvas = new Canvas();
    private final Ink ink = new Ink(Color.GRAY, Color.LIGHTGRAY, Font.font(11));
    private final Plot plot;
    private int width = FIRST_WIDTH;

    private PaintRehearsal(Plot plot) {
        this.plot = plot;
    }

    /** Begins on the window's thread, and takes a few milliseconds of it now and then for some seconds. */
    static void begin(Plot plot) {
        PaintRehearsal rehearsal = new PaintRehearsal(plot);
        Timeline rounds = new Timeline(new KeyFrame(BETWEEN, event -> rehearsal.draw()));
        rounds.setCycleCount(ROUNDS);
        rounds.play();
    }

    /** The plot on a card with round corners, as a chart is drawn; the first, which take longest, are the smallest. */
    private void draw() {
        int height = width / 2;
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(Color.WHITE);
        g.fillRoundRect(0, 0, width, height, CORNER, CORNER);
        g.setStroke(Color.LIGHTGRAY);
        g.strokeRoundRect(0.5, 0.5, width - 1, height - 1, CORNER, CORNER);
        new PlotPainter(g, ink).paint(plot, PlotPainter.area(plot, plot.xAxis(), width, height));
        canvas.snapshot(null, new WritableImage(width, height));
        width += WIDER;
    }
}
