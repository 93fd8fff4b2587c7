package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The presets as this machine and these images want them, and which of them to take.
 *
 * @param offers all presets, fastest first
 * @param recommended the name of one of them
 * @param why in words
 * @param speeds that the estimates are made of
 */
public record PresetChoice(List<Offer> offers, String recommended, String why, Speeds speeds, MachineSize machine) {

    /** A training a person waits for. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    /** The rest of the memory is the system's and the window's. */
    private static final double MEMORY_SHARE = 0.6;

    /** With fewer objects to learn from, a larger network only learns them by heart sooner. */
    private static final int OBJECTS_FOR_BALANCED = 30;

    private static final int OBJECTS_FOR_BEST = 300;

    /**
     * A preset with what it will take.
     *
     * @param config made smaller than the preset where images are smaller or memory is short
     * @param fits whether it fits into the memory there is
     */
    public record Offer(String name, RunConfig config, Estimate estimate, boolean fits) {}

    /**
     * @param speeds measured on this machine
     */
    public static PresetChoice of(Dataset dataset, MachineSize machine, Speeds speeds) {
        List<Offer> offers = new ArrayList<>();
        for (String name : Presets.names()) {
            offers.add(offer(name, dataset, speeds, machine));
        }
        int objects = dataset.train().stream()
                .mapToInt(sample -> sample.instances().size())
                .sum();
        String most = objects < OBJECTS_FOR_BALANCED ? "quick" : objects < OBJECTS_FOR_BEST ? "balanced" : "best";
        Offer best = offers.get(0);
        for (Offer offer : offers.subList(1, Presets.names().indexOf(most) + 1)) {
            boolean quickEnough =
                    offer.name().equals("quick") || offer.estimate().time().compareTo(LONGEST_WAIT) <= 0;
            best = offer.fits() && quickEnough ? offer : best;
        }
        return new PresetChoice(
                List.copyOf(offers), best.name(), why(best, most, objects) + idle(machine), speeds, machine);
    }

    /**
     * One of the offers.
     *
     * @throws IllegalArgumentException if there is no preset of this name
     */
    public Offer offer(String name) {
        return offers.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no preset " + name + "."));
    }

    /** Whether nothing was measured here that says how long any of them takes. */
    public boolean isGuess() {
        return offers.stream().noneMatch(offer -> offer.estimate().measured());
    }

    /** What values of a person's own would take. */
    public Offer own(RunConfig config, Dataset dataset) {
        Estimate estimate = Estimate.of(config, dataset, speeds, machine.processors());
        return new Offer(config.preset(), config, estimate, estimate.mebibytes() <= room(machine));
    }

    /** Mebibytes that a training may take. */
    private static long room(MachineSize machine) {
        return (long) (machine.mebibytes() * MEMORY_SHARE);
    }

    private static Offer offer(String name, Dataset dataset, Speeds speeds, MachineSize machine) {
        long room = room(machine);
        RunConfig config = forImages(Presets.of(name, dataset), dataset);
        Estimate estimate = Estimate.of(config, dataset, speeds, machine.processors());
        Optional<SmallerSetting> smaller = SmallerSetting.of(config);
        while (estimate.mebibytes() > room && smaller.isPresent()) {
            config = smaller.get().config();
            estimate = Estimate.of(config, dataset, speeds, machine.processors());
            smaller = SmallerSetting.of(config);
        }
        return new Offer(name, config, estimate, estimate.mebibytes() <= room);
    }

    /** Images are not enlarged: that costs time and shows nothing new. */
    private static RunConfig forImages(RunConfig config, Dataset dataset) {
        int side = dataset.train().stream()
                .mapToInt(sample -> Math.min(sample.width(), sample.height()))
                .max()
                .orElse(Integer.MAX_VALUE);
        if (side >= config.network().minSize()) {
            return config;
        }
        int wanted = Math.max(RunConfig.STRIDE, (side + RunConfig.STRIDE - 1) / RunConfig.STRIDE * RunConfig.STRIDE);
        RunConfig smaller = new ConfigOverride("network.minSize", "" + wanted).applyTo(config);
        return new ConfigOverride("network.maxSize", "" + wanted * 3 / 2).applyTo(smaller);
    }

    private static String idle(MachineSize machine) {
        return machine.card().map(card -> " " + card.prospect()).orElse("");
    }

    private static String why(Offer best, String most, int objects) {
        String reason = best.name().equals(most)
                ? "It suits " + objects + (objects == 1 ? " annotated object" : " annotated objects")
                : "What is larger takes too long or too much memory on this machine";
        return reason + ", and takes " + best.estimate().inWords()
                + (best.estimate().measured()
                        ? ", judged by a training of about this size on this machine."
                        : ", a guess until something of about this size was trained on this machine.");
    }
}
