package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonObject;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast this machine was at networks of several sizes: what a small one reaches says little about a large one.
 *
 * @param version of this layout
 * @param measured the newest of each size, newest first
 */
public record Speeds(int version, List<Speed> measured) {

    /** Nothing was trained here yet. */
    public static final Speeds NONE = new Speeds(Speed.VERSION, List.of());

    /** What is closer than this takes the other's place. */
    private static final double SAME = 2;

    /** With one more measurement. */
    public Speeds with(Speed newest) {
        Stream<Speed> others = measured.stream().filter(speed -> speed.timesFrom(newest.workPerImage()) >= SAME);
        return new Speeds(
                Speed.VERSION, Stream.concat(Stream.of(newest), others).toList());
    }

    /** What was measured with a network of the nearest size, however far that is. */
    Optional<Speed> nearest(Workload work) {
        return measured.stream().min(Comparator.comparingDouble(speed -> speed.timesFrom(work.step())));
    }

    /** None where a version wrote the file that counted work otherwise. */
    static Speeds read(Path file) throws IOException {
        JsonObject json = JsonDocument.read(file).root().asObject();
        if (!Speed.isCurrent(json)) {
            return NONE;
        }
        List<Speed> all = RecordJson.read(json, Speeds.class).measured();
        return new Speeds(Speed.VERSION, all.stream().filter(Speed::isOfHere).toList());
    }
}
