package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchRuntimeTest {

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void twoProcessesAtOnceUnpackAndTrainWithoutNetwork() throws Exception {
        Path cache = folder.resolve("cache");
        List<Process> processes = new ArrayList<>();
        List<Path> logs = List.of(folder.resolve("first.log"), folder.resolve("second.log"));
        try {
            for (Path log : logs) {
                processes.add(fork(log, "-DENGINE_CACHE_DIR=" + cache, "-DDJL_CACHE_DIR=" + cache));
            }
            for (int i = 0; i < logs.size(); i++) {
                assertTrue(processes.get(i).waitFor(10, TimeUnit.MINUTES), () -> "still running");
                assertEquals(0, processes.get(i).exitValue(), Files.readString(logs.get(i)));
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        try (Stream<Path> files = Files.list(cache.resolve("pytorch"))) {
            assertEquals(1, files.count(), "one unpacked version and no left-over temporary folder");
        }
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "occupied");
        Path log = folder.resolve("log");
        Process process = fork(log, "-DENGINE_CACHE_DIR=" + file);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(1, process.exitValue());
        String expected = TorchStartException.class.getName() + ": The folder " + file + " for the PyTorch libraries";
        assertTrue(Files.readString(log).contains(expected), () -> "no sentence in the log");
    }

    @Test
    void runsFunctionsWrittenInTorchScript() {
        TorchRuntime.start(1);
        try (TorchFunction function = TorchFunction.compile(List.of("a", "b"), """
                        c = torch.mul(a, b)
                        return torch.cumsum(c, 0)
                        """);
                NDManager manager = TorchRuntime.newManager()) {
            NDArray a = manager.create(new float[] {1, 2, 3});
            assertArrayEquals(new float[] {1, 5, 14}, function.apply(a, a).toFloatArray());
        }
    }

    @Test
    void keepsNothingForTheWayBackOnAnyThread() throws Exception {
        TorchRuntime.start(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertEquals(
                    false,
                    other.submit(() -> TorchRuntime.withoutGradients(JniUtils::isGradMode))
                            .get());
            assertEquals(true, other.submit(JniUtils::isGradMode).get(), "the thread is as it was");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void refusesToRunWithoutThreads() {
        assertThrows(IllegalArgumentException.class, () -> TorchRuntime.start(0));
    }

    /** A fresh JVM whose every connection through HTTP would fail. */
    private static Process fork(Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Djava.awt.headless=true"));
        for (String protocol : List.of("http", "https")) {
            command.add("-D" + protocol + ".proxyHost=127.0.0.1");
            command.add("-D" + protocol + ".proxyPort=9");
        }
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneGradientStep.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR"));
        return builder.start();
    }
}
