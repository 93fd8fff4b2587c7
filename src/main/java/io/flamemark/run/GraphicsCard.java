package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A card that could compute faster than the processor, and whether it does: people with one ask. Found by what NVIDIA's
 * driver leaves on the disk, so that nothing has to be loaded or started for the question.
 *
 * @param name as the driver calls it
 */
public record GraphicsCard(String name) {

    private static final Path LINUX = Path.of("/proc/driver/nvidia/gpus");
    private static final String MODEL = "Model:";

    /** Why a card is not used by the usual build. */
    public static final String NO_ENGINE =
            "this build computes on the processor; the README says how one is built that computes on cards";

    private static final boolean ENGINE_IS_THERE =
            EnginePackage.onClassPath().stream().anyMatch(EnginePackage::isForCards);

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
            // What the driver does not show cannot be used either.
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

    /** What comes of it, as far as can be told before the engine is started: a sentence. */
    public String prospect() {
        return engineIsThere()
                ? "The graphics card (" + name
                        + ") is used if its driver and the runtime library of CUDA suit the engine."
                : notUsed(NO_ENGINE);
    }

    /** Told when it is used. */
    public String used() {
        return "The graphics card (" + name + ") is used.";
    }

    /** @param why without a full stop */
    public String notUsed(String why) {
        return "The graphics card (" + name + ") is not used: " + why + ".";
    }

    /** Whether a CUDA build of libtorch is on the class path, as the build's profile {@code cuda} puts it there. */
    public static boolean engineIsThere() {
        return ENGINE_IS_THERE;
    }
}
