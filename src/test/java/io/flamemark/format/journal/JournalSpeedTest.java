package io.flamemark.format.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import io.flamemark.edit.Gesture;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What an edit costs in a project of 10,000 images and 100,000 polygons, and what its line in the journal costs. */
@Tag("bench")
class JournalSpeedTest {

    private static final int IMAGES = 10_000;
    private static final int REGIONS = 10;
    private static final int VERTICES = 40;
    private static final int ROUNDS = 2_000;
    private static final double MOST_MILLIS = 1;

    @TempDir
    Path folder;

    @Test
    @DisplayName("median of an edit and of recording it under 1 ms")
    void editAndLine(TestReporter reporter) throws Exception {
        EditSession session = new EditSession(large());
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        Path file = folder.resolve("large.json");
        ProjectFile opened = ProjectFile.create(file, Project.empty("large"));
        EditJournal journal = new EditJournal(
                JournalPlaces.of(file, folder), JournalStart.of(opened), writer, Clock.systemUTC(), new Silence());
        List<EditSession.Change> heard = new ArrayList<>();
        session.addListener(heard::add);
        double[] edits = new double[ROUNDS];
        double[] lines = new double[ROUNDS];
        double[] classes = new double[ROUNDS];
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            Edit edit = edit(session, random);
            long start = System.nanoTime();
            session.apply(edit);
            long edited = System.nanoTime();
            journal.record(heard.remove(0));
            long recorded = System.nanoTime();
            ClassScheme.of(session.project());
            classes[i] = (System.nanoTime() - recorded) / 1e6;
            edits[i] = (edited - start) / 1e6;
            lines[i] = (recorded - edited) / 1e6;
        }
        long waiting = System.nanoTime();
        assertTrue(journal.settle());
        reporter.publishEntry(Map.of(
                "edit", times(edits),
                "journal line, caller's side", times(lines),
                "classes of the project", times(classes),
                "all lines on the disk after", "%.0f ms".formatted((System.nanoTime() - waiting) / 1e6)));
        journal.discard();
        writer.shutdown();
        assertTrue(median(edits) < MOST_MILLIS && median(lines) < MOST_MILLIS);
    }

    private static Edit edit(EditSession session, Random random) {
        ImageEntry image = session.project().images().get(random.nextInt(IMAGES));
        Region region = image.regions().get(random.nextInt(image.regions().size()));
        return switch (random.nextInt(3)) {
            case 0 -> new Edit.AddRegions(image.id(), List.of(region(session.newRegionId(), random)), "draw");
            case 1 -> new Edit.MoveRegions(image.id(), Set.of(region.id()), 1, 2, Gesture.NONE);
            default ->
                new Edit.SetShape(
                        image.id(), region.id(), region(region.id(), random).shape(), "reshape", Gesture.NONE);
        };
    }

    private static Project large() {
        Random random = new Random(2);
        List<ImageEntry> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            List<Region> regions = new ArrayList<>();
            for (int k = 0; k < REGIONS; k++) {
                regions.add(region(new RegionId(images.size() * REGIONS + k + 1), random));
            }
            String name = "image-" + i + ".jpg";
            images.add(new ImageEntry(new ImageId(name + "1"), name, 1, regions, Map.of()));
        }
        return new Project("large", images, AttributeSchema.empty(), "");
    }

    private static Region region(RegionId id, Random random) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < VERTICES; i++) {
            points.add(new Point(random.nextInt(4000), random.nextInt(3000)));
        }
        return new Region(id, new Shape.Polygon(new Polygon(points)), Map.of("class", new AttributeValue.Text("fire")));
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String times(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return "median %.4f ms, 99th percentile %.4f ms"
                .formatted(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    private static final class Silence implements EditJournal.Listener {

        @Override
        public void trouble(Optional<String> reason) {
            throw new AssertionError(reason.toString());
        }

        @Override
        public void shared() {
            throw new AssertionError("nobody else is here");
        }
    }
}
