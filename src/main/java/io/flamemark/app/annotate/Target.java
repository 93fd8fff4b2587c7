package io.flamemark.app.annotate;

import io.flamemark.annotation.RegionId;
import io.flamemark.geometry.Point;

/** What lies under the mouse. */
sealed interface Target {

    RegionId region();

    /** A vertex of the selected polygon. */
    record Vertex(RegionId region, int index) implements Target {}

    /** The handle in the middle of an edge of the selected polygon, which becomes a vertex when dragged. */
    record Midpoint(RegionId region, int edge, Point at) implements Target {}

    /** A region as a whole. */
    record Body(RegionId region) implements Target {}
}
