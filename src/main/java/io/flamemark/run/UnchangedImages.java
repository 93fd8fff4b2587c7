package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a run trains, without the images that were changed since it was made: its outlines would lie on other pixels.
 * Those that are gone or cannot be read stay, for the training to complain about; the test images are not looked at.
 *
 * @param leftOut a sentence each for training and validation where some of their images are left out
 */
public record UnchangedImages(TrainingJob job, List<String> leftOut) {

    private static final int MOST_NAMES = 20;

    /**
     * Reads the job from the run's directory and every image to see whether it is the same, which takes a while with
     * thousands.
     *
     * @param stop where it is asked for meanwhile, the rest is not looked at
     * @throws TrainingException if no training image with an outline is left
     */
    public static UnchangedImages of(RunDirectory run, StopSignal stop) throws IOException {
        FrozenDataset frozen = RunFiles.frozen(run);
        Dataset all = frozen.toDataset(new ImageSearch(run));
        List<String> leftOut = new ArrayList<>();
        List<Sample> train = kept("training", all.train(), frozen.train(), stop, leftOut);
        if (!leftOut.isEmpty()
                && train.stream().allMatch(sample -> sample.instances().isEmpty())) {
            throw new TrainingException("There is no image with an outline left to train on. " + leftOut.get(0));
        }
        List<Sample> validation = kept("validation", all.validation(), frozen.validation(), stop, leftOut);
        Dataset dataset = new Dataset(all.labels(), train, validation, all.test());
        return new UnchangedImages(new TrainingJob(RunFiles.config(run), dataset, run), List.copyOf(leftOut));
    }

    private static List<Sample> kept(
            String purpose,
            List<Sample> samples,
            List<FrozenDataset.Image> frozen,
            StopSignal stop,
            List<String> leftOut) {
        List<Boolean> changed = IntStream.range(0, samples.size())
                .parallel()
                .mapToObj(i -> !stop.afterStep() && hasChanged(samples.get(i).image(), frozen.get(i)))
                .toList();
        List<Sample> left = at(samples, changed, true);
        if (!left.isEmpty()) {
            leftOut.add(sentence(purpose, left));
        }
        return at(samples, changed, false);
    }

    private static List<Sample> at(List<Sample> samples, List<Boolean> marks, boolean wanted) {
        return IntStream.range(0, samples.size())
                .filter(i -> marks.get(i) == wanted)
                .mapToObj(samples::get)
                .toList();
    }

    private static boolean hasChanged(Path file, FrozenDataset.Image before) {
        try {
            Optional<Long> size = before.size();
            return size.isPresent() && Files.size(file) != size.get()
                    || !Sha256.of(file).equals(before.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private static String sentence(String purpose, List<Sample> left) {
        String names = left.stream()
                .limit(MOST_NAMES)
                .map(sample -> sample.image().getFileName().toString())
                .collect(Collectors.joining(", "));
        String more = left.size() > MOST_NAMES ? " and " + (left.size() - MOST_NAMES) + " more" : "";
        String what = left.size() == 1
                ? "One " + purpose + " image is left out, because its file was changed"
                : left.size() + " " + purpose + " images are left out, because their files were changed";
        return what + " since this run was made, and the outlines may not fit any more: " + names + more
                + ". To train on what is there now, check the outlines and start a new run.";
    }
}
