package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Polygon;
import java.util.List;
import java.util.Map;

/** Small projects for tests. */
public final class Projects {

    public static final ImageId FIRST = new ImageId("a.jpg10");
    public static final ImageId SECOND = new ImageId("b.jpg20");
    public static final RegionId ONE = new RegionId(1);
    public static final RegionId TWO = new RegionId(2);

    private Projects() {}

    /** Two images; the first has two squares, 10..30 and 60..80. */
    public static Project twoImages() {
        return new Project(
                "test",
                List.of(
                        new ImageEntry(FIRST, "a.jpg", 10, List.of(square(ONE, 10), square(TWO, 60)), Map.of()),
                        new ImageEntry(SECOND, "b.jpg", 20, List.of(), Map.of())),
                AttributeSchema.empty(),
                "");
    }

    public static Region square(RegionId id, double at) {
        return new Region(id, squareShape(at), Map.of());
    }

    public static Shape squareShape(double at) {
        double end = at + 20;
        return new Shape.Polygon(Polygon.of(at, at, end, at, end, end, at, end));
    }
}
