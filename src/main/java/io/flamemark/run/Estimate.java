package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import java.time.Duration;
import java.util.Locale;

/**
 * What a training will take, told before it starts: computed from the {@link Speed} measured with the configuration
 * nearest in size, or guessed from the number of cores. Early stopping may make it shorter.
 *
 * @param mebibytes of memory the training process will hold at most
 * @param measured whether a training of about this size on this machine is behind the time, rather than a guess
 * @param weighed whether one is behind the memory: not every system tells how much a process holds
 */
public record Estimate(Duration time, long mebibytes, boolean measured, boolean weighed) {

    /** Matching, masks and pictures of a judged image, as a share of what the network takes. */
    private static final double JUDGING = 1.5;

    private static final double MEBIBYTES_A_GIBIBYTE = 1024;

    /** Processors with as many cores differ by so much either way, and so do networks of very different sizes on one. */
    private static final double UNCERTAINTY = 2;

    private static final double A_MINUTE = 60;
    private static final double AN_HOUR = 3600;
    private static final double LONG = 10 * AN_HOUR;
    private static final int MINUTES_TOLD = 90;

    /** @param processors to guess by where nothing was measured */
    public static Estimate of(RunConfig config, Dataset dataset, Speeds speeds, int processors) {
        Workload work = Workload.of(config, dataset);
        Speed speed = speeds.nearest(work).orElseGet(() -> Speed.guess(processors));
        RunLength length = RunLength.of(config, Math.max(1, dataset.train().size()));
        double trained = (double) length.steps() * config.imagesAStep() * work.step();
        int validations = config.optimization().epochs() / config.validation().everyEpochs();
        double judged = (double) validations * dataset.validation().size() * work.look() * JUDGING;
        boolean memoryKnown = speed.mebibytes() > 0;
        // A small training takes less than was computed, which says nothing about a large one.
        double share = memoryKnown ? Math.max(1, speed.mebibytes() / speed.workloadMebibytes()) : 1;
        return new Estimate(
                Duration.ofSeconds(Math.round((trained + judged) / speed.workPerSecond())),
                Math.round(work.mebibytes() * share),
                speed.isAlike(work),
                memoryKnown && speed.isAlike(work));
    }

    /** Such as {@code about 25 min and 2.1 GB of memory}. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                weighed ? "%s and %.1f GB of memory" : "%s and about %.1f GB of memory",
                timeInWords(),
                mebibytes / MEBIBYTES_A_GIBIBYTE);
    }

    /** Such as {@code about 25 min, 2.1 GB}. */
    public String inBrief() {
        return String.format(
                Locale.ROOT,
                weighed ? "%s, %.1f GB" : "%s, about %.1f GB",
                timeInWords(),
                mebibytes / MEBIBYTES_A_GIBIBYTE);
    }

    /** Such as {@code about 25 min}; a guess says how far off it may be: {@code 12 to 50 min}. */
    public String timeInWords() {
        double seconds = time.toSeconds();
        return measured
                ? "about " + inWords(seconds, inHours(seconds))
                : range(seconds / UNCERTAINTY, seconds * UNCERTAINTY);
    }

    private static String range(double least, double most) {
        boolean alike = inHours(least) == inHours(most);
        String from = inWords(least, inHours(least));
        String to = inWords(most, inHours(most));
        if (from.equals(to)) {
            return "up to " + to;
        }
        return (alike ? from.substring(0, from.lastIndexOf(' ')) : from) + " to " + to;
    }

    private static boolean inHours(double seconds) {
        return Math.round(seconds / A_MINUTE) >= MINUTES_TOLD;
    }

    private static String inWords(double seconds, boolean hours) {
        return hours
                ? String.format(Locale.ROOT, seconds < LONG ? "%.1f h" : "%.0f h", seconds / AN_HOUR)
                : Math.max(1, Math.round(seconds / A_MINUTE)) + " min";
    }
}
