package io.flamemark.synthesis;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the pictures of a {@link SamplePlan} and the project that annotates them. */
public final class SampleProject {

    private static final String CLASS = "class";
    private static final int TRIES = 12;
    /** A fire smaller than this share of the picture, or narrower than that of its height, is hard to see. */
    private static final double LEAST_AREA = 0.0022;

    private static final double LEAST_SIDE = 0.045;
    /** Boxes of two fires that share more than this would be hard to tell apart. */
    private static final double MOST_OVERLAP = 0.03;

    private SampleProject() {}

    private record Made(SamplePicture picture, long size, List<FireTruth> fires) {}

    /**
     * Writes the images into a folder and returns their annotations; the caller writes the project file. Pictures are
     * made side by side, each from its own seed, so their order of completion changes nothing.
     *
     * @param done told after each picture, one call at a time, on any thread
     */
    public static Project write(SamplePlan plan, Path folder, Consumer<SamplePicture> done) throws IOException {
        Files.createDirectories(folder);
        List<Made> made;
        try {
            made = plan.pictures().parallelStream()
                    .map(picture -> make(picture, folder, done))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<ImageEntry> entries = new ArrayList<>();
        long regions = 0;
        for (Made one : made) {
            entries.add(entry(one, regions));
            regions += one.fires().size();
        }
        return new Project("Flamemark sample", entries, schema(), "");
    }

    private static Made make(SamplePicture picture, Path folder, Consumer<SamplePicture> done) {
        SyntheticScene scene = visible(picture.spec());
        Path file = folder.resolve(picture.fileName());
        try {
            ImageEncoder.write(scene.image(), file, picture.quality());
            Made made = new Made(picture, Files.size(file), scene.fires());
            synchronized (done) {
                done.accept(picture);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scene of a spec, or of the next seeds, until all its fires are well in view. */
    static SyntheticScene visible(SceneSpec spec) {
        SyntheticScene scene = SceneSynthesizer.synthesize(spec);
        for (int i = 1; i < TRIES && !wellSeen(scene, spec); i++) {
            scene = SceneSynthesizer.synthesize(new SceneSpec(
                    spec.place(), spec.time(), spec.fires(), spec.seed() + i, spec.width(), spec.height()));
        }
        return scene;
    }

    private static boolean wellSeen(SyntheticScene scene, SceneSpec spec) {
        if (scene.fires().size() < spec.fires()) {
            return false;
        }
        for (FireTruth fire : scene.fires()) {
            double side = Math.min(fire.mask().width(), fire.mask().height());
            boolean apart = scene.fires().stream()
                    .allMatch(
                            o -> o == fire || o.mask().window().iou(fire.mask().window()) < MOST_OVERLAP);
            if (!apart
                    || side < LEAST_SIDE * spec.height()
                    || fire.mask().area() < LEAST_AREA * spec.width() * spec.height()) {
                return false;
            }
        }
        return true;
    }

    private static ImageEntry entry(Made made, long firstRegion) {
        List<Region> regions = new ArrayList<>();
        for (FireTruth fire : made.fires()) {
            regions.add(new Region(
                    new RegionId(firstRegion + regions.size()),
                    new Shape.Polygon(whole(fire.polygon())),
                    Map.of(CLASS, new AttributeValue.Text(ClassScheme.DEFAULT_CLASS))));
        }
        String name = made.picture().fileName();
        return new ImageEntry(
                new ImageId(name + made.size()),
                name,
                made.size(),
                regions,
                Map.of(
                        SplitAttribute.NAME,
                        new AttributeValue.Text(made.picture().split())));
    }

    /** VIA writes whole pixels. */
    private static Polygon whole(Polygon polygon) {
        return new Polygon(polygon.vertices().stream()
                .map(p -> new Point(Math.rint(p.x()), Math.rint(p.y())))
                .toList());
    }

    private static AttributeSchema schema() {
        Attribute fire = new Attribute(
                Type.DROPDOWN,
                "what burns",
                List.of(new Option(ClassScheme.DEFAULT_CLASS, "")),
                List.of(ClassScheme.DEFAULT_CLASS));
        Attribute split = new Attribute(
                Type.DROPDOWN,
                "what the image is for",
                List.of(new Option("train", "train"), new Option("val", "validation"), new Option("test", "test")),
                List.of("train"));
        return new AttributeSchema(Map.of(CLASS, fire), Map.of(SplitAttribute.NAME, split));
    }
}
