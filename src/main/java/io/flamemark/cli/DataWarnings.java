package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.augment.SmallOutlines;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.PictureHash;
import io.flamemark.dataset.PictureHashes;
import io.flamemark.dataset.Sample;
import io.flamemark.dataset.TrainingChecks;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells before a training what would spoil it, as the window does. */
final class DataWarnings {

    /** Of pictures on both sides of the split; the others are counted. */
    private static final int SHOWN = 3;

    private DataWarnings() {}

    /** Without an outline there will be no training, which tells why itself. */
    static void tell(Dataset dataset, RunConfig config, Console console) {
        if (dataset.train().stream().allMatch(sample -> sample.instances().isEmpty())) {
            return;
        }
        TrainingChecks.counts(dataset, "").forEach(finding -> warn(finding, console));
        SmallOutlines.of(dataset, config.network()).finding().ifPresent(finding -> warn(finding, console));
        List<Finding> leaks = TrainingChecks.leaks(dataset, hashes(dataset, console), "");
        leaks.stream().limit(SHOWN).forEach(finding -> warn(finding, console));
        if (leaks.size() > SHOWN) {
            console.note("The same holds for " + Counted.of(leaks.size() - SHOWN, "more picture") + ".");
        }
    }

    private static void warn(Finding finding, Console console) {
        console.note("Warning: " + finding.message());
    }

    private static Map<String, PictureHash> hashes(Dataset dataset, Console console) {
        if (dataset.validation().isEmpty() && dataset.test().isEmpty()) {
            return Map.of();
        }
        List<Sample> all = Stream.of(dataset.train(), dataset.validation(), dataset.test())
                .flatMap(List::stream)
                .toList();
        Progress progress = console.progress("Pictures compared", all.size());
        Map<String, PictureHash> hashes = new PictureHashes().of(all, share -> {
            progress.update((int) Math.round(share * all.size()), "");
            return true;
        });
        progress.finish();
        return hashes;
    }
}
