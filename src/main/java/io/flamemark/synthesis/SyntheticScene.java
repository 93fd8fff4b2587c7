package io.flamemark.synthesis;

import io.flamemark.imaging.RgbImage;
import java.util.List;

/** A synthetic picture and the fires in it. */
public record SyntheticScene(RgbImage image, List<FireTruth> fires) {

    public SyntheticScene {
        fires = List.copyOf(fires);
    }
}
