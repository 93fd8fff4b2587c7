package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A card that could compute faster than the processor, and why it does not: people with one ask. Found by what NVIDIA's
 * driver leaves on the disk, so that nothing has to be loaded or started for the question.
 *
 * @param name as the driver calls it
 */
public record GraphicsCard(String name) {

    private static final Path LINUX = Path.of("/proc/driver/nvidia/gpus");
    private static final String MODEL = "Model:";

    /** The first card of this machine; empty where there is none with NVIDIA's driver. */
    public static Optional<GraphicsCard> find() {
        String windows = System.getenv("SystemRoot");
        return windows == null ? find(LINUX) : findOnWindows(Path.of(windows));
    }

    /** @param driver the folder in which the driver lists its cards, a folder each */
    static Optional<GraphicsCard> find(Path driver) {
        if (!Files.isDirectory(driver)) {
            return Optional.empty();
        }
        try (Stream<Path> cards = Files.list(driver)) {
            return cards.sorted().findFirst().map(card -> new GraphicsCard(model(card.resolve("information"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<GraphicsCard> findOnWindows(Path root) {
        return Files.exists(root.resolve("System32").resolve("nvcuda.dll"))
                ? Optional.of(new GraphicsCard("NVIDIA"))
                : Optional.empty();
    }

    private static String model(Path information) {
        try (Stream<String> lines = Files.lines(information)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(MODEL.length()).strip())
                    .findFirst()
                    .orElse("NVIDIA");
        } catch (IOException e) {
            return "NVIDIA";
        }
    }

    /** Why it is not used, a sentence. */
    public String whyNotUsed() {
        return "The graphics card (" + name
                + ") is not used: this version computes on the processor, since there is no "
                + "package with the CUDA engine for its libtorch.";
    }
}
