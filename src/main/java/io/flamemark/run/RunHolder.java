package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/**
 * The program that holds a training under way: it began it or took it up, and ends it when it closes, unless it lets it
 * go on; {@code holder.json} in the run directory. Others only watch. Where nobody holds a training, it goes on in the
 * background.
 *
 * @param version of this layout
 * @param pid of the program
 * @param pidStart when it began
 */
public record RunHolder(int version, long pid, Optional<Instant> pidStart) {

    private static final int VERSION = 1;

    /** A program as a holder. */
    public static RunHolder of(ProcessHandle program) {
        return new RunHolder(VERSION, program.pid(), program.info().startInstant());
    }

    /** Makes this program the holder. */
    public static void take(RunDirectory run) throws IOException {
        RunFiles.write(run.holder(), of(ProcessHandle.current()));
    }

    /** Lets the run go, where this program holds it. */
    public static void release(RunDirectory run) throws IOException {
        if (Files.exists(run.holder())
                && read(run).pid == ProcessHandle.current().pid()) {
            Files.deleteIfExists(run.holder());
        }
    }

    /** Whether another program that still runs holds it. */
    public static boolean isElsewhere(RunDirectory run) throws IOException {
        return Files.exists(run.holder())
                && read(run)
                        .program()
                        .filter(it -> !it.equals(ProcessHandle.current()))
                        .isPresent();
    }

    private Optional<ProcessHandle> program() {
        return ProcessMark.find(pid, pidStart);
    }

    private static RunHolder read(RunDirectory run) throws IOException {
        return RecordJson.read(JsonDocument.read(run.holder()).root(), RunHolder.class);
    }
}
