package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A hostile file")
class HostileFilesTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("is refused with a sentence that names it and what is wrong")
    void refused() throws IOException {
        for (Map.Entry<Path, String> hostile : HostileFiles.in(folder).entrySet()) {
            Path file = hostile.getKey();
            WeightsException refusal = assertThrows(
                    WeightsException.class, () -> TensorFile.open(file).close(), file.toString());
            assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
            assertTrue(refusal.getMessage().contains(hostile.getValue()), refusal.getMessage());
            assertTrue(refusal.getMessage().length() < file.toString().length() + 620, refusal.getMessage());
        }
    }

    @Test
    @Tag("full")
    @DisplayName("is refused within a second, and 256 MB are enough for it")
    void cheap() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OpenEach.class.getName()));
        HostileFiles.in(folder).keySet().forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
    }

    /**
     * Opens each file and ends with the number of those that took more than a second of all processors together, or
     * were not refused.
     */
    static final class OpenEach {

        private OpenEach() {}

        public static void main(String[] files) throws IOException {
            int slow = 0;
            for (String file : files) {
                long begin = processorTime();
                try {
                    TensorFile.open(Path.of(file)).close();
                    slow++;
                } catch (WeightsException e) {
                    double seconds = (processorTime() - begin) / 1e9;
                    System.out.printf("%.3f s  %s%n", seconds, e.getMessage());
                    slow += seconds > 1 ? 1 : 0;
                }
            }
            System.exit(slow);
        }

        private static long processorTime() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
    }
}
