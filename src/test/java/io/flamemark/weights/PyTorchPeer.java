package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PyTorch itself, as the judge of files written here: a Python that has it, the property {@code flamemark.python} or
 * the system's own. A test is skipped where there is none.
 */
public final class PyTorchPeer {

    private static final List<String> PYTHONS =
            List.of(System.getProperty("flamemark.python", "python3"), "/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src", "test", "reference", "check_written.py");

    private PyTorchPeer() {}

    /** Asserts that PyTorch reads the same from each file as from the one after it, pair by pair, to the last bit. */
    public static void assertSame(Path... pairs) throws IOException {
        Optional<String> python = PYTHONS.stream().filter(PyTorchPeer::hasTorch).findFirst();
        assumeTrue(python.isPresent(), () -> "none of " + PYTHONS + " has torch");
        List<String> command = new ArrayList<>(List.of(python.get(), SCRIPT.toString()));
        List.of(pairs).forEach(file -> command.add(file.toString()));
        Path log = Files.createTempFile("pytorch", ".log");
        try {
            assertEquals(0, run(command, log), () -> read(log));
            assertEquals(pairs.length / 2, read(log).split("equal bit for bit", -1).length - 1, () -> read(log));
        } finally {
            Files.delete(log);
        }
    }

    private static boolean hasTorch(String python) {
        try {
            Path log = Files.createTempFile("pytorch", ".log");
            try {
                return run(List.of(python, "-c", "import torch"), log) == 0;
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(10, TimeUnit.MINUTES), "PyTorch does not answer");
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PyTorch reads", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
