package io.flamemark.format.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.edit.Projects;
import io.flamemark.format.ProjectFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs killed in the middle of editing: what they had forced to the disk is recovered, every time. */
class KillTest {

    private static final int EDITS = 200;

    @TempDir
    Path folder;

    @Test
    @DisplayName("200 random edits, ended at once in the middle: all that was forced is there, and nothing half done")
    void once() throws Exception {
        runAndKill(1, 1 + new Random(5).nextInt(EDITS), -1);
    }

    @Test
    @Tag("full")
    @DisplayName("200 random edits, killed at 60 random points and moments")
    void often() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            boolean fromOutside = i % 2 == 0;
            runAndKill(100 + i, fromOutside ? 0 : 1 + random.nextInt(EDITS), fromOutside ? random.nextInt(40) : -1);
        }
    }

    /**
     * @param haltAfter the edit after which the program ends at once; 0 for never
     * @param killAfter lines of the program after which it is killed from outside; -1 for never
     */
    private void runAndKill(long seed, int haltAfter, int killAfter) throws Exception {
        Path project = Files.createDirectory(folder.resolve("run " + seed)).resolve("via_project.json");
        ProjectFile.create(project, Projects.twoImages());
        List<Project> states = KilledWriter.states(project, seed, EDITS);
        Process writer = start(project, seed, haltAfter);
        int forced = 0;
        try (BufferedReader said = writer.inputReader()) {
            int lines = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                forced = Integer.parseInt(line);
                if (lines++ == killAfter) {
                    // By its handle: the process itself would close its output before the rest is read.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertTrue(writer.waitFor(1, TimeUnit.MINUTES));
        assertTrue(haltAfter == 0 || writer.exitValue() == 9, "the program failed: " + writer.exitValue());
        try (Workplace again = new Workplace(project, KilledWriter.places(project))) {
            List<ImageEntry> recovered = content(again.session.project());
            int at = forced;
            while (at <= EDITS && !content(states.get(at)).equals(recovered)) {
                at++;
            }
            assertTrue(at <= EDITS, "seed " + seed + ": not a state at or after edit " + forced);
            assertTrue(again.found.kept().isEmpty(), again.found.kept().toString());
        }
    }

    private static Process start(Path project, long seed, int haltAfter) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        project.toString(),
                        Long.toString(seed),
                        Integer.toString(EDITS),
                        Integer.toString(haltAfter))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** As a reader of the saved project has it: rounded, and its regions numbered anew. */
    private List<ImageEntry> content(Project project) throws IOException {
        Path copy = folder.resolve("copy.json");
        ProjectFile.create(copy, project.withSchema(AttributeSchema.empty()));
        return ProjectFile.open(copy).project().images();
    }
}
