package io.flamemark.app.inspect;

import io.flamemark.app.inspect.Judgement.Verdict;
import javafx.scene.paint.Color;

/**
 * The colours of right and wrong. They stand out from flames, differ in lightness for people who cannot tell the hues
 * apart, and wrong ones are dashed as well.
 */
final class VerdictColors {

    static final Color RIGHT = Color.web("#19e3c2");
    static final Color FALSE_ALARM = Color.web("#ff4fd8");
    static final Color MISSED = Color.web("#ffffff");
    static final Color TRUTH = Color.web("#ffffff");
    static final Color FIRE_RULE = Color.web("#3d8bff");

    private VerdictColors() {}

    static Color of(Verdict verdict) {
        return verdict == Verdict.FALSE_ALARM ? FALSE_ALARM : RIGHT;
    }
}
