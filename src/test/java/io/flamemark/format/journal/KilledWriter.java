package io.flamemark.format.journal;

import io.flamemark.annotation.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The program that is killed: it edits, and now and then waits until all is forced and says so, or saves. Started with
 * the project's file, a seed, how many edits, and after how many to end at once (none where 0), as by a power cut.
 */
final class KilledWriter {

    private static final int SETTLES = 3;
    private static final int SAVES = 17;

    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        int last = Integer.parseInt(arguments[3]);
        Workplace work = new Workplace(project, places(project));
        RandomEdits edits = new RandomEdits(work.session, seed);
        for (int i = 1; i <= count; i++) {
            edits.next();
            if (i == last) {
                Runtime.getRuntime().halt(9);
            }
            if (new Random(seed + i).nextInt(SETTLES) == 0 && work.journal.settle()) {
                System.out.println(i);
            }
            if (i % SAVES == 0) {
                work.save(() -> {});
                System.out.println(i);
            }
        }
        work.journal.settle();
        System.out.println(count);
        Runtime.getRuntime().halt(0);
    }

    static JournalPlaces places(Path project) {
        return JournalPlaces.of(project, project.resolveSibling("data"));
    }

    /** The project after each edit, the first state first, as the program above would have it. */
    static List<Project> states(Path project, long seed, int count) throws IOException {
        Path twin = Files.createTempDirectory("twin").resolve(project.getFileName());
        Files.copy(project, twin);
        try (Workplace work = new Workplace(twin, places(twin))) {
            List<Project> states = new ArrayList<>();
            states.add(work.session.project());
            RandomEdits edits = new RandomEdits(work.session, seed);
            for (int i = 1; i <= count; i++) {
                edits.next();
                states.add(work.session.project());
                if (i % SAVES == 0) {
                    // A save ends the merging of gestures.
                    work.session.markSaved(work.session.project());
                }
            }
            work.journal.discard();
            return states;
        } finally {
            Files.delete(twin);
            Files.deleteIfExists(twin.getParent());
        }
    }
}
