package io.flamemark.app;

import java.util.ConcurrentModificationException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits for a node to come to rest before a robot clicks on it. A person sees where a button is; a robot asks, and on a
 * slow machine may ask before the layout that moves it.
 */
public final class Steady {

    private static final int PATIENCE_SECONDS = 180;

    private Steady() {}

    /**
     * Returns the node once it stands in the same place of the screen before and after a layout.
     *
     * @throws AssertionError if it does not come to rest
     */
    public static <T extends Node> T node(T node) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
                Bounds before = onScreen(node);
                afterLayout(node);
                return before != null && before.getWidth() > 0 && before.equals(onScreen(node));
            });
        } catch (TimeoutException e) {
            throw new AssertionError(node + " does not come to rest", e);
        }
        return node;
    }

    /**
     * Clicks once the node is at rest with the pointer over it: what comes up meanwhile, such as a notice, would take
     * the click.
     *
     * @throws AssertionError if the pointer cannot be brought over it
     */
    public static FxRobot clickOn(FxRobot robot, Node node) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
                robot.moveTo(node(node));
                afterLayout(node);
                return WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, node::isHover);
            });
        } catch (TimeoutException e) {
            throw new AssertionError(node + " stays out of reach", e);
        }
        return robot.clickOn(MouseButton.PRIMARY);
    }

    /**
     * Waits for a condition that looks at the scene from the test's own thread. Where the scene changes while it looks, it
     * looks again.
     *
     * @throws TimeoutException if it does not come true
     */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (IndexOutOfBoundsException | ConcurrentModificationException changedMeanwhile) {
                return false;
            }
        });
    }

    private static Bounds onScreen(Node node) {
        return WaitForAsyncUtils.waitForAsyncFx(
                1000L * PATIENCE_SECONDS, () -> node.localToScreen(node.getLayoutBounds()));
    }

    private static void afterLayout(Node node) throws InterruptedException {
        CountDownLatch pulse = new CountDownLatch(1);
        Runnable listener = pulse::countDown;
        Platform.runLater(() -> {
            if (node.getScene() == null) {
                pulse.countDown();
            } else {
                node.getScene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            }
        });
        pulse.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Platform.runLater(() -> {
            if (node.getScene() != null) {
                node.getScene().removePostLayoutPulseListener(listener);
            }
        });
    }
}
