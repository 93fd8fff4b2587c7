package io.flamemark.app.chart;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/**
 * A chart by keyboard: the arrows move the read-out, with Shift what is in sight; plus and minus come closer and go
 * back, Home brings all in sight.
 */
final class ChartKeys {

    private static final double READ_OUT_STEP = 0.02;
    private static final double PAN_STEP = 0.1;
    private static final double ZOOM = 1.5;

    private final PlotCanvas plot;
    private final ChartView view;

    private ChartKeys(PlotCanvas plot, ChartView view) {
        this.plot = plot;
        this.view = view;
    }

    static void install(PlotCanvas plot, ChartView view) {
        ChartKeys keys = new ChartKeys(plot, view);
        plot.setFocusTraversable(true);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        plot.focusedProperty().addListener((o, was, is) -> view.setCursor(Optional.empty()));
    }

    private void pressed(KeyEvent event) {
        if (plot.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(-1, event.isShiftDown());
            case RIGHT -> move(1, event.isShiftDown());
            case PLUS, ADD, EQUALS -> view.zoomAt(place(), 1 / ZOOM);
            case MINUS, SUBTRACT -> view.zoomAt(place(), ZOOM);
            case HOME -> view.showAll();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int direction, boolean pan) {
        Scale inSight = plot.area().x();
        double width = inSight.high() - inSight.low();
        if (pan) {
            view.pan(direction * width * PAN_STEP);
        } else {
            double next = place() + direction * width * READ_OUT_STEP;
            view.setCursor(Optional.of(Math.max(inSight.low(), Math.min(inSight.high(), next))));
        }
    }

    /** Where the read-out is, or would begin. */
    private double place() {
        Scale inSight = plot.area().x();
        return view.cursor().filter(plot.area()::spans).orElse((inSight.low() + inSight.high()) / 2);
    }
}
