package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run can go on: its newest complete checkpoint that holds all a training needs. With the same threads, what
 * follows is what would have followed without the interruption, bit for bit.
 *
 * @param epoch complete
 * @param step complete, over the whole run; more than {@code epoch} epochs have where the run broke off within one
 * @param checkpoint its folder
 */
public record ResumePoint(int epoch, int step, Path checkpoint) {

    /** The optimizer's memory: only a checkpoint that holds it can be gone on from. */
    public static final String OPTIMIZER = "optimizer.safetensors";

    /** Where training stood; written last. */
    public static final String STATE = "state.json";

    /**
     * The newest point of a run; empty where it has to begin at the beginning.
     *
     * @throws IOException if a checkpoint cannot be read
     */
    public static Optional<ResumePoint> of(RunDirectory run) throws IOException {
        List<ResumePoint> points = new ArrayList<>();
        for (ResumePoint point : complete(run)) {
            if (Files.exists(point.checkpoint.resolve(OPTIMIZER))) {
                points.add(point);
            }
        }
        return points.stream().findFirst();
    }

    /** All complete checkpoints, newest first by their own account, whether they can be gone on from or not. */
    public static List<ResumePoint> complete(RunDirectory run) throws IOException {
        if (!Files.isDirectory(run.checkpoints())) {
            return List.of();
        }
        List<ResumePoint> points = new ArrayList<>();
        try (Stream<Path> folders = Files.list(run.checkpoints())) {
            for (Path folder : folders.toList()) {
                if (!folder.toString().endsWith(".tmp") && Files.exists(folder.resolve(STATE))) {
                    JsonObject state =
                            JsonDocument.read(folder.resolve(STATE)).root().asObject();
                    points.add(new ResumePoint(state.integer("epoch"), state.integer("step"), folder));
                }
            }
        }
        points.sort(Comparator.comparingInt(ResumePoint::step)
                .thenComparingInt(ResumePoint::epoch)
                .reversed());
        return points;
    }
}
