package io.flamemark.maskrcnn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.Shape;
import com.sun.management.OperatingSystemMXBean;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.Architecture;
import io.flamemark.weights.NetworkFiles;
import io.flamemark.weights.TensorShape;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A small file that speaks of a large network")
class HostileNetworkTest {

    private static final String FC6 = "roi_heads.box_head.fc6.weight";
    private static final Path MEMORY = Path.of("/proc/self/status");

    @TempDir
    Path folder;

    /** The names of a whole detector as wide as any may be, and not one number. */
    private static Map<String, TensorShape> wide() {
        Map<String, TensorShape> shapes = new LinkedHashMap<>(NetworkFiles.detector());
        shapes.replaceAll((name, shape) -> TensorShape.of(Architecture.WIDEST_BACKBONE, 0));
        shapes.put("backbone.fpn.inner_blocks.0.weight", TensorShape.of(Architecture.WIDEST_PYRAMID, 0));
        shapes.put(FC6, TensorShape.of(Architecture.WIDEST_HEAD, 0));
        return shapes;
    }

    private Path file(Map<String, TensorShape> shapes) throws IOException {
        Path path = folder.resolve("wide.pth");
        NetworkFiles.write(path, shapes).close();
        return path;
    }

    @Test
    @DisplayName("is refused within a second and 256 MB")
    void cheap() throws Exception {
        assumeTrue(Files.exists(MEMORY), "only Linux tells how much memory a process took");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Open.class.getName(),
                        file(wide()).toString())
                .inheritIO()
                .start();
        try {
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Opens a model and ends with 0 if it was refused, by its name, within a second of processor time and 256 MB. */
    static final class Open {

        private Open() {}

        public static void main(String[] files) throws IOException {
            long begin = processorTime();
            String said = "";
            try {
                new MaskRcnnDetectors().open(Path.of(files[0])).close();
            } catch (WeightsException e) {
                said = e.getMessage();
            }
            double seconds = (processorTime() - begin) / 1e9;
            long kilobytes = Files.readAllLines(MEMORY).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            System.out.printf("%.3f s, %d MB: %s%n", seconds, kilobytes >> 10, said);
            System.exit(said.startsWith(files[0] + ": ") && seconds < 1 && kilobytes >> 10 < 256 ? 0 : 1);
        }

        private static long processorTime() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
    }

    @Test
    @DisplayName("or of none at all is refused by its own name and the tensor's")
    void named() throws IOException {
        for (long width : new long[] {0, Architecture.WIDEST_HEAD + 1, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            Map<String, TensorShape> shapes = wide();
            shapes.put(FC6, TensorShape.of(width, 0));
            Path path = file(shapes);
            WeightsException refusal = assertThrows(WeightsException.class, () -> new MaskRcnnDetectors().open(path));
            assertTrue(refusal.getMessage().startsWith(path + ": "), refusal.getMessage());
            assertTrue(refusal.getMessage().contains(FC6 + " is [" + width + ", 0]"), refusal.getMessage());
        }
    }

    @Test
    @DisplayName("is compared with the names and shapes that the network would have")
    void planned() {
        RunConfig.Network torchvisions =
                new RunConfig.Network("resnet50", 8, "frozen", "torchvision", "none", 64, 64, 16, 8, 2, "3+");
        for (RunConfig.Network network : List.of(TinyNetwork.NETWORK, torchvisions)) {
            try (MaskRcnn made = MaskRcnn.blank(network, TinyNetwork.SAMPLING, 3)) {
                Map<String, List<Long>> shapes = new LinkedHashMap<>();
                made.parameters().all().forEach((name, array) -> shapes.put(name, sides(array.getShape())));
                Map<String, List<Long>> planned = new LinkedHashMap<>();
                MaskRcnn.planned(network, TinyNetwork.SAMPLING, 3)
                        .shapes()
                        .forEach((name, shape) -> planned.put(name, sides(shape)));
                assertEquals(shapes, planned);
            }
        }
    }

    private static List<Long> sides(Shape shape) {
        return Arrays.stream(shape.getShape()).boxed().toList();
    }
}
