package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.host.WorkerLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class SteadyMemoryTest {

    private static final double MOST_GROWTH = 1.03;

    @TempDir
    Path folder;

    @Test
    void twoHundredStepsTakeNoMoreMemoryThanFifty() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from Linux");
        Map<Integer, Double> resident = train("resnet18", "192", "200", "10");
        double before = resident.get(50);
        double after = resident.get(200);
        assertTrue(after <= MOST_GROWTH * before, resident::toString);
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "resident MiB by step: " + resident);
    }

    /** In a Java machine as a worker's: what it forgets to collect counts, too. */
    private Map<Integer, Double> train(String... arguments) throws IOException, InterruptedException {
        WorkerLauncher settings = WorkerLauncher.of(SteadyMemory.class.getName());
        List<String> program = Stream.concat(Stream.of(folder.toString()), Stream.of(arguments))
                .toList();
        Map<Integer, Double> resident = new TreeMap<>();
        for (String line : OwnProcess.lines(folder, "steady", settings, SteadyMemory.class, program)) {
            if (line.matches("\\d+ [\\d.]+")) {
                String[] words = line.split(" ");
                resident.put(Integer.parseInt(words[0]), Double.parseDouble(words[1]));
            }
        }
        return resident;
    }
}
