package io.flamemark.app.annotate;

import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import java.util.Map;
import java.util.Optional;

/**
 * A state of what the mouse does over the image. Each input leads to the next state and at most one {@link
 * io.flamemark.edit.Edit}; nothing changes the project before a drag ends or a polygon closes. Immutable.
 */
sealed interface Tool permits SelectTool, VertexDrag, RegionDrag, BackgroundDrag, PolygonTool {

    /** The next state. */
    Step on(Input input, ToolContext context);

    /** What lies under the mouse, to be highlighted. */
    default Optional<Target> hover() {
        return Optional.empty();
    }

    /** Shapes to show instead of the project's own while they are being dragged. */
    default Map<RegionId, Shape> preview() {
        return Map.of();
    }

    /** Whether this is drawing or leads back to it: which button of the toolbar is down. */
    boolean draws();
}
