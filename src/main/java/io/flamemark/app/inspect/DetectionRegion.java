package io.flamemark.app.inspect;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.detection.Detection;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.PolygonSimplifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns a detection into a region as a person would have drawn it. */
public final class DetectionRegion {

    /** As many points as a careful hand sets. */
    private static final int FEWEST_POINTS = 10;

    private static final int MOST_POINTS = 40;

    private DetectionRegion() {}

    /**
     * The outline of the largest part of the detection's mask, with its class; empty for a mask without pixels.
     *
     * @param className the detection's class
     */
    public static Optional<Region> of(Detection detection, String className, ClassScheme scheme, RegionId id) {
        return MaskTracer.largest(detection.mask())
                .map(outline -> PolygonSimplifier.toVertexCount(outline, FEWEST_POINTS, MOST_POINTS))
                .map(outline -> new Region(id, new Shape.Polygon(outline), attributes(className, scheme)));
    }

    private static Map<String, AttributeValue> attributes(String className, ClassScheme scheme) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        scheme.attribute().ifPresent(name -> attributes.put(name, new AttributeValue.Text(className)));
        return attributes;
    }
}
