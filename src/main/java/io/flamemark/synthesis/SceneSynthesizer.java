package io.flamemark.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes pictures of places with and without fire, with the exact outline of every fire. The same spec gives the same
 * picture, bit for bit: all chance comes from the seed, and functions whose last digit may differ between machines are
 * taken from {@link StrictMath}.
 */
public final class SceneSynthesizer {

    private static final double VISIBLE = 0.16;

    private SceneSynthesizer() {}

    /** The picture of a spec. */
    public static SyntheticScene synthesize(SceneSpec spec) {
        SplittableRandom random = new SplittableRandom(spec.seed());
        Scene scene = lay(spec, random.split());
        Frame frame = ScenePainter.paint(scene, random.split());
        TruthTracer tracer = new TruthTracer(spec.width(), spec.height(), VISIBLE);
        List<FireTruth> fires = Arrays.stream(frame.flames)
                .map(flame -> tracer.trace(flame, frame.light))
                .flatMap(Optional::stream)
                .toList();
        scene.lens().apply(frame);
        return new SyntheticScene(scene.film().develop(frame, random.split()), fires);
    }

    private static Scene lay(SceneSpec spec, SplittableRandom random) {
        return switch (spec.place()) {
            case HILLS -> OpenCountry.hills(spec, random);
            case FOREST -> OpenCountry.forest(spec, random);
            case FIELD -> OpenCountry.field(spec, random);
            case STREET -> Town.street(spec, random);
            case ROOM -> Room.lay(spec, random);
        };
    }
}
