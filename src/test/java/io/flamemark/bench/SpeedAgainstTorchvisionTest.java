package io.flamemark.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.bench.Contestant.Work;
import io.flamemark.host.WorkerLauncher;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This program's training step and detection beside torchvision's: the same images, weights and threads, each side a
 * process of its own, in turn, so that whatever else the machine does slows both alike. Prints medians, the ratio round
 * by round, the largest memory of each and the load. Run it alone: {@code mvn verify -Pbench}. The properties
 * {@code bench.size}, {@code batch}, {@code threads}, {@code rounds}, {@code precision} and {@code python} choose.
 */
@Tag("bench")
class SpeedAgainstTorchvisionTest {

    private static final int SIZE = Integer.getInteger("bench.size", 512);
    private static final int BATCH = Integer.getInteger("bench.batch", 2);
    private static final int THREADS = Integer.getInteger("bench.threads", 2);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final int WARM_UPS = 2;
    private static final String PRECISION = System.getProperty("bench.precision", "auto");
    private static final String PYTHON = System.getProperty("bench.python", "python3");
    private static final Path SCRIPT = Path.of("src", "test", "reference", "maskrcnn_speed.py");

    @TempDir
    Path folder;

    private final List<Double> loads = new ArrayList<>();

    @Test
    void trainingStep() throws IOException {
        compare("train", "training step, batch " + BATCH);
    }

    @Test
    void detection() throws IOException {
        compare("detect", "detection, one image");
    }

    private void compare(String mode, String what) throws IOException {
        ours("prepare").close();
        try (Contestant ours = ours(mode)) {
            assertTrue(ours.isReady(), () -> "our side did not start: " + log("ours.log"));
            try (Contestant peer = peer(mode)) {
                assumeTrue(
                        peer.isReady(),
                        () -> "skipped: \"" + PYTHON + "\" with torchvision is needed as the peer: " + log("peer.log"));
                race(ours, peer);
                report(what, ours, peer);
            }
        }
    }

    private Contestant ours(String mode) throws IOException {
        return new Contestant(WorkerLauncher.of(OurSide.class.getName())
                .launch(
                        folder.resolve("ours.log"),
                        List.of(
                                mode,
                                folder.toString(),
                                Integer.toString(SIZE),
                                Integer.toString(BATCH),
                                Integer.toString(THREADS),
                                PRECISION)));
    }

    private Contestant peer(String mode) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PYTHON, SCRIPT.toString(), mode, folder.toString());
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(THREADS));
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(THREADS));
        builder.redirectError(folder.resolve("peer.log").toFile());
        try {
            return new Contestant(builder.start());
        } catch (IOException e) {
            assumeTrue(false, "skipped: no program \"" + PYTHON + "\" to run the peer with");
            throw e;
        }
    }

    /** In turn, and the one that goes first changes from round to round. */
    private void race(Contestant ours, Contestant peer) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            ours.warmUp();
            peer.warmUp();
        }
        for (int round = 0; round < ROUNDS; round++) {
            (round % 2 == 0 ? ours : peer).work();
            (round % 2 == 0 ? peer : ours).work();
            loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private void report(String what, Contestant ours, Contestant peer) {
        System.out.printf(
                Locale.ROOT,
                "%s, ResNet-50-FPN, %dx%d, %d threads, precision %s, median of %d rounds in turn%n",
                what,
                SIZE,
                SIZE,
                THREADS,
                PRECISION,
                ROUNDS);
        System.out.println("              seconds  processor s  peak MiB    result");
        row("ours", ours);
        row("torchvision", peer);
        System.out.printf(
                Locale.ROOT,
                "  ratio     %9.3f    %9.3f %9.3f    seconds from %.3f to %.3f%n  load average %.1f to %.1f%n",
                median(ratios(ours, peer, Work::seconds)),
                median(ratios(ours, peer, Work::busy)),
                ours.peakMebibytes() / peer.peakMebibytes(),
                Collections.min(ratios(ours, peer, Work::seconds)),
                Collections.max(ratios(ours, peer, Work::seconds)),
                Collections.min(loads),
                Collections.max(loads));
    }

    private static void row(String name, Contestant side) {
        System.out.printf(
                Locale.ROOT,
                "  %-11s %7.3f    %9.3f %9.0f %9.4f%n",
                name,
                median(side.rounds().stream().map(Work::seconds).toList()),
                median(side.rounds().stream().map(Work::busy).toList()),
                side.peakMebibytes(),
                side.rounds().get(ROUNDS - 1).result());
    }

    /** Round by round: what slows the machine slows both. */
    private static List<Double> ratios(Contestant ours, Contestant peer, ToDoubleFunction<Work> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(figure.applyAsDouble(ours.rounds().get(round))
                    / figure.applyAsDouble(peer.rounds().get(round)));
        }
        return ratios;
    }

    private String log(String name) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(name));
            return lines.isEmpty() ? "it left no word" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
