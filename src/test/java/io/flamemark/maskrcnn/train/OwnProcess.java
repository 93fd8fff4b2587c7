package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.host.WorkerLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a Java machine of its own, for what one machine cannot tell about itself. */
final class OwnProcess {

    private OwnProcess() {}

    /**
     * What a program prints; fails with its errors where it does not end well.
     *
     * @param folder for the two files that it writes to, named by {@code name}
     * @param settings flags and environment; whose main class does not count
     */
    static List<String> lines(
            Path folder, String name, WorkerLauncher settings, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvmFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        Path told = folder.resolve(name + ".txt");
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(told.toFile()).redirectError(log.toFile());
        builder.environment().putAll(settings.environment());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(30, TimeUnit.MINUTES), "still running");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(log));
        return Files.readAllLines(told);
    }
}
