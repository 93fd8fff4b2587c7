package io.flamemark.app.chart;

/**
 * Where a plot lies on its canvas: maps values to pixels and back.
 *
 * @param left pixels from the left edge of the canvas to the frame
 * @param top pixels from the upper edge
 * @param width of the frame, pixels
 * @param height of the frame, pixels
 */
record PlotArea(double left, double top, double width, double height, Scale x, Scale y) {

    double pixelX(double value) {
        return left + x.unit(value) * width;
    }

    double pixelY(double value) {
        return top + (1 - y.unit(value)) * height;
    }

    double valueX(double pixel) {
        return x.value((pixel - left) / width);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean contains(double px, double py) {
        return px >= left && px <= right() && py >= top && py <= bottom();
    }

    /** Whether a value of the horizontal axis is in sight. */
    boolean spans(double value) {
        return value >= x.low() && value <= x.high();
    }
}
