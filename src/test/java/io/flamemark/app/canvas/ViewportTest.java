package io.flamemark.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private final Viewport view = new Viewport();

    @BeforeEach
    void image() {
        view.setViewSize(400, 300);
        view.setImageSize(1000, 500);
    }

    @Test
    @DisplayName("fitted, the whole image is seen in the middle, and still after the window grew")
    void fit() {
        assertFitted(400, 300);
        view.setViewSize(900, 300);
        assertFitted(900, 300);
    }

    @Test
    @DisplayName("the place under the cursor stays there while zooming, at any scale")
    void zoomAtCursor() {
        Point under = view.toImage(123, 77);
        for (double factor : new double[] {1.3, 4, 0.5, 9, 0.2}) {
            view.zoomAt(factor, 123, 77);
            assertEquals(123, view.toScreenX(under.x()), 1e-6);
            assertEquals(77, view.toScreenY(under.y()), 1e-6);
        }
    }

    @Test
    @DisplayName("screen and image coordinates are each other's inverse")
    void inverse() {
        view.zoomAt(3.7, 10, 20);
        Point there = view.toImage(view.toScreenX(321.5), view.toScreenY(88.25));
        assertEquals(321.5, there.x(), 1e-9);
        assertEquals(88.25, there.y(), 1e-9);
    }

    @Test
    @DisplayName("the image cannot be moved or zoomed out of sight")
    void staysInSight() {
        view.panBy(1e6, -1e6);
        assertTrue(view.toScreenX(0) < 400);
        assertTrue(view.toScreenY(500) > 0);
        view.zoom(1e-9);
        assertTrue(view.scale() > 0.01);
        view.zoom(1e9);
        assertEquals(40, view.scale());
    }

    @Test
    @DisplayName("an image of the same size keeps the zoom, one of another size is fitted")
    void keepsZoom() {
        view.zoom(4);
        double scale = view.scale();
        view.setImageSize(1000, 500);
        assertEquals(scale, view.scale());
        view.setImageSize(300, 300);
        assertFitted(400, 300);
    }

    @Test
    @DisplayName("what is out of view is brought to the middle; what is in view stays where it is")
    void reveal() {
        view.zoom(8);
        Box corner = Box.ofXywh(0, 0, 20, 10);
        view.reveal(corner);
        assertEquals(200, view.toScreenX(10), 1e-6);
        assertEquals(150, view.toScreenY(5), 1e-6);
        view.panBy(60, 0);
        view.reveal(corner);
        assertEquals(260, view.toScreenX(10), 1e-6);
    }

    @Test
    void actualSize() {
        view.actualSize();
        assertEquals(1, view.scale(), 1e-12);
    }

    private void assertFitted(double width, double height) {
        double left = view.toScreenX(0);
        double right = width - view.toScreenX(view.imageWidth());
        double top = view.toScreenY(0);
        double bottom = height - view.toScreenY(view.imageHeight());
        assertEquals(left, right, 1e-6);
        assertEquals(top, bottom, 1e-6);
        assertEquals(24, Math.min(left, top), 1e-6);
    }
}
