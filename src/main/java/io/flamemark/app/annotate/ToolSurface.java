package io.flamemark.app.annotate;

import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.geometry.Point;
import java.util.Map;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Turns what happens on the canvas into inputs of the tool, and shows by the cursor what a press would do. */
final class ToolSurface {

    private static final Map<KeyCode, Input> KEYS = Map.of(
            KeyCode.ENTER, new Input.Finish(),
            KeyCode.BACK_SPACE, new Input.StepBack(),
            KeyCode.ESCAPE, new Input.Cancel());

    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

    private final ImageCanvas canvas;
    private final AnnotateModel model;
    private double lastX;
    private double lastY;

    private ToolSurface(ImageCanvas canvas, AnnotateModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    static void install(ImageCanvas canvas, AnnotateModel model) {
        ToolSurface surface = new ToolSurface(canvas, model);
        canvas.setOnMousePressed(surface::pressed);
        canvas.setOnMouseDragged(surface::dragged);
        canvas.setOnMouseReleased(surface::released);
        canvas.setOnMouseMoved(e -> surface.pass(new Input.Move(surface.at(e), alters(e))));
        canvas.setOnMouseExited(e -> surface.pass(new Input.Leave()));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, surface::key);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            lastX = event.getX();
            lastY = event.getY();
            pass(new Input.Press(at(event), alters(event), event.isShiftDown(), event.getClickCount()));
        }
    }

    private void dragged(MouseEvent event) {
        if (!event.isPrimaryButtonDown()) {
            return;
        }
        pass(new Input.Drag(at(event)));
        if (model.tool() instanceof BackgroundDrag) {
            canvas.viewport().panBy(event.getX() - lastX, event.getY() - lastY);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pass(new Input.Release(at(event)));
            pass(new Input.Move(at(event), alters(event)));
        }
    }

    private void key(KeyEvent event) {
        // While a polygon is half drawn, undo takes back its last point.
        boolean undoes = model.isDrawing() && UNDO.match(event);
        Input input = undoes ? new Input.StepBack() : KEYS.get(event.getCode());
        if (input != null) {
            pass(input);
            event.consume();
        }
    }

    private void pass(Input input) {
        model.input(input, canvas.viewport().scale());
        canvas.setCursor(cursor());
    }

    private Cursor cursor() {
        Tool tool = model.tool();
        if (tool instanceof BackgroundDrag) {
            return Cursor.CLOSED_HAND;
        }
        if (tool instanceof VertexDrag || tool instanceof RegionDrag) {
            return Cursor.MOVE;
        }
        if (tool.hover().filter(t -> !(t instanceof Target.Body)).isPresent()) {
            return Cursor.HAND;
        }
        return tool.draws() ? Cursor.CROSSHAIR : tool.hover().isPresent() ? Cursor.MOVE : Cursor.DEFAULT;
    }

    private Point at(MouseEvent event) {
        return canvas.viewport().toImage(event.getX(), event.getY());
    }

    private static boolean alters(MouseEvent event) {
        return event.isShortcutDown() || event.isControlDown() || event.isAltDown();
    }
}
