package io.flamemark.app.chart;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Zoom and pan of a chart with the mouse: the wheel zooms at the mouse, dragging zooms to what was dragged over, dragging
 * with Shift or with another button moves, a double click brings all in sight.
 */
final class ChartMouse {

    /** What a notch of the wheel, 40 pixels on most systems, changes. */
    private static final double ZOOM_A_PIXEL = 0.005;

    /** A shorter drag is a click with an unsteady hand. */
    private static final double LEAST_DRAG = 5;

    private final PlotCanvas plot;
    private final ChartView view;
    private double pressed;
    private double last;
    private boolean moving;

    private ChartMouse(PlotCanvas plot, ChartView view) {
        this.plot = plot;
        this.view = view;
    }

    static void install(PlotCanvas plot, ChartView view) {
        ChartMouse mouse = new ChartMouse(plot, view);
        Canvas surface = plot.surface();
        surface.setOnScroll(mouse::scrolled);
        surface.setOnMousePressed(mouse::pressed);
        surface.setOnMouseDragged(mouse::dragged);
        surface.setOnMouseReleased(mouse::released);
        surface.setOnMouseClicked(mouse::clicked);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            view.zoomAt(plot.area().valueX(event.getX()), Math.exp(-ZOOM_A_PIXEL * event.getDeltaY()));
        }
        if (event.getDeltaX() != 0) {
            pan(-event.getDeltaX());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        plot.requestFocus();
        pressed = event.getX();
        last = event.getX();
        moving = event.isShiftDown() || event.getButton() != MouseButton.PRIMARY;
    }

    private void dragged(MouseEvent event) {
        if (moving) {
            pan(last - event.getX());
            last = event.getX();
        } else if (isDrag(event)) {
            plot.setDragged(Optional.of(stretch(event)));
        }
    }

    private void released(MouseEvent event) {
        plot.setDragged(Optional.empty());
        if (!moving && isDrag(event)) {
            Plot.Range stretch = stretch(event);
            view.show(stretch.low(), stretch.high());
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            view.showAll();
        }
    }

    private boolean isDrag(MouseEvent event) {
        return Math.abs(event.getX() - pressed) >= LEAST_DRAG;
    }

    private Plot.Range stretch(MouseEvent event) {
        double a = plot.area().valueX(pressed);
        double b = plot.area().valueX(event.getX());
        return new Plot.Range(Math.min(a, b), Math.max(a, b));
    }

    private void pan(double pixels) {
        PlotArea area = plot.area();
        view.pan(area.valueX(area.left() + pixels) - area.valueX(area.left()));
    }
}
