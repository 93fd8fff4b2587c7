package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArchiveTest {

    @TempDir
    Path folder;

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write('x');
                out.closeEntry();
            }
        }
        return zip;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.count();
        }
    }

    @Test
    @DisplayName("an exported run comes back elsewhere with every file, and twice under two names")
    void roundTrip() throws IOException {
        RunDirectory run = RunFixture.stopped(folder, "quick");
        RunFiles.write(run.notes(), RunNotes.NONE.withName("Night").withTags("drone, night,,drone"));
        Files.createDirectories(run.features());
        Files.writeString(run.features().resolve("cache"), "large");
        Path broken = Files.createDirectories(run.checkpoints().resolve("step-0000470.tmp"));
        Files.writeString(broken.resolve(RunDirectory.WEIGHTS), "half");
        Files.writeString(run.speed(), "{}");
        Path zip = folder.resolve("run.zip");
        RunArchive.export(run, zip);

        Path elsewhere = folder.resolve("elsewhere");
        RunDirectory first = RunArchive.importInto(elsewhere, zip);
        RunDirectory second = RunArchive.importInto(elsewhere, zip);
        assertEquals(run.id(), first.id());
        assertEquals(run.id() + "-2", second.id());
        assertArrayEquals(Files.readAllBytes(run.dataset()), Files.readAllBytes(first.dataset()));
        assertEquals(RunNotes.of(run), RunNotes.of(first));
        assertFalse(Files.exists(first.features()));
        assertFalse(Files.exists(first.checkpoints()), "half a checkpoint is nothing");
        assertFalse(Files.exists(first.speed()), "it was another machine's");
        assertEquals(2, count(elsewhere), "no draft is left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "run/../../outside.txt", "/outside.txt", "..\\outside.txt"})
    @DisplayName("a file that would land outside of the run is refused, and nothing is written")
    void slip(String name) throws IOException {
        Path runs = folder.resolve("deep").resolve("runs");
        Path zip = zip("run/state.json", name);
        TrainingException refusal = assertThrows(TrainingException.class, () -> RunArchive.importInto(runs, zip));
        assertTrue(refusal.getMessage().contains("outside"));
        assertEquals(0, count(runs));
        assertEquals(1, count(folder.resolve("deep")));
    }

    @Test
    @DisplayName("a zip of other things is named, and leaves nothing")
    void noRun() throws IOException {
        Path runs = folder.resolve("runs");
        Path zip = zip("photos/1.jpg");
        TrainingException refusal = assertThrows(TrainingException.class, () -> RunArchive.importInto(runs, zip));
        assertTrue(refusal.getMessage().contains("no training run"));
        assertEquals(0, count(runs));
    }

    @Test
    @DisplayName("a small file that unpacks without end is refused before it fills the disk, and leaves nothing")
    void bomb() throws IOException {
        Path runs = folder.resolve("runs");
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("run/events.jsonl"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(nothing);
            }
        }
        TrainingException refusal = assertThrows(TrainingException.class, () -> RunArchive.importInto(runs, zip));
        assertTrue(refusal.getMessage().contains("more than 100 times its size"), refusal.getMessage());
        assertEquals(0, count(runs));
    }

    @Test
    @DisplayName("a file that is no zip, and one that is cut short, are named as such")
    void noZip() throws IOException {
        Path runs = folder.resolve("elsewhere");
        Path prose = Files.writeString(folder.resolve("prose.zip"), "Dear diary");
        TrainingException none = assertThrows(TrainingException.class, () -> RunArchive.importInto(runs, prose));
        assertTrue(none.getMessage().endsWith("is no zip file, or an empty one."), none.getMessage());

        Path whole = folder.resolve("whole.zip");
        RunArchive.export(RunFixture.stopped(folder, "quick"), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 3));
        TrainingException cut = assertThrows(TrainingException.class, () -> RunArchive.importInto(runs, half));
        assertTrue(cut.getMessage().contains("is cut short"), cut.getMessage());
        assertEquals(0, count(runs));
    }

    @Test
    @DisplayName("a deleted run can be put back, and one of the same name does not overwrite it")
    void bin() throws IOException {
        RunDirectory run = RunFixture.stopped(folder, "quick");
        Path runs = run.root().getParent();
        RunBin bin = new RunBin(runs);
        RunDirectory discarded = bin.discard(run);
        assertFalse(Files.exists(run.root()));
        RunDirectory back = bin.restore(discarded, run.id());
        assertEquals(run.root(), back.root());
        RunDirectory again = bin.discard(back);
        Files.createDirectory(run.root());
        assertThrows(IOException.class, () -> bin.restore(again, run.id()));
        assertTrue(Files.exists(again.state()));
    }

    @Test
    @DisplayName("a run that waits for its turn or is in training is not deleted, with a sentence on what to do")
    void binOfUnfinished() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        RunBin bin = new RunBin(run.root().getParent());
        TrainingException waits = assertThrows(TrainingException.class, () -> bin.discard(run));
        assertTrue(waits.getMessage().contains("take it out of the queue"), waits.getMessage());
        RunDirectory running = running();
        TrainingException trains = assertThrows(TrainingException.class, () -> bin.discard(running));
        assertTrue(trains.getMessage().contains("stop it"), trains.getMessage());
    }

    @Test
    @DisplayName("a run that is under way is not exported")
    void underWay() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        Path zip = folder.resolve("run.zip");
        TrainingException refusal = assertThrows(TrainingException.class, () -> RunArchive.export(run, zip));
        assertTrue(refusal.getMessage().contains("pause it first"), refusal.getMessage());
        assertFalse(Files.exists(zip));
    }

    @Test
    @DisplayName("a run that was under way when it was put into a zip file is stopped where it is taken out")
    void zippedUnderWay() throws IOException {
        RunDirectory run = running();
        Files.writeString(run.holder(), "{}");
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(run.root())) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(run.id() + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        RunDirectory taken = RunArchive.importInto(folder.resolve("elsewhere"), zip);
        RunStatus status = RunFiles.status(taken);
        assertEquals(RunState.STOPPED, status.state());
        assertEquals("It had not come to its end where it was exported; here it can go on.", status.message());
        assertEquals(0, status.pid());
        assertFalse(Files.exists(taken.holder()));
        assertTrue(RunSummary.of(taken).canGoOn());
    }

    @Test
    @DisplayName("a copy of a run in training has no process, and the run itself keeps it when it is renamed")
    void copied() throws IOException {
        RunDirectory run = running();
        RunDirectory copy = new RunDirectory(Files.createDirectory(folder.resolve("copy")));
        Files.copy(run.state(), copy.state());
        assertEquals(Optional.empty(), RunFiles.status(copy).process());
        assertTrue(RunFiles.status(run).process().isPresent());
        RunDirectory renamed = new RunDirectory(Files.move(run.root(), folder.resolve("renamed")));
        assertTrue(RunFiles.status(renamed).process().isPresent());
    }

    private RunDirectory running() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        RunStatus running = RunFiles.status(run)
                .after(new RunEvent.Started("r", 1, 1, 2, 3, 4), ProcessHandle.current(), Instant.EPOCH);
        RunFiles.write(run.state(), running);
        return run;
    }

    @Test
    @DisplayName("the time trained is that of the measured epochs")
    void trained() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        MetricsFile metrics = new MetricsFile(run.metrics());
        for (int epoch = 1; epoch <= 2; epoch++) {
            metrics.append(new RunEvent.EpochMeasured(
                    epoch, epoch, LossBreakdown.ZERO, Optional.empty(), Optional.empty(), false, 30.25));
        }
        assertEquals(60_500, metrics.trained().toMillis());
    }
}
