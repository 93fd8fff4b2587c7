package io.flamemark.app.canvas;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colour of each class, the same in every workspace. The first is for fire; all stand out from flames, smoke, forest
 * and night, and from each other.
 */
public final class ClassPalette {

    private static final List<Color> COLORS = List.of(
            Color.web("#19e3ff"),
            Color.web("#ff4fd8"),
            Color.web("#a6ff3d"),
            Color.web("#b79bff"),
            Color.web("#ffe14d"),
            Color.web("#4d9dff"),
            Color.web("#ff8a8a"),
            Color.web("#5dffc0"));

    private ClassPalette() {}

    /** The colour of the class at {@code index} of the project's classes, from 0; repeats after eight. */
    public static Color of(int index) {
        return COLORS.get(Math.floorMod(index, COLORS.size()));
    }
}
