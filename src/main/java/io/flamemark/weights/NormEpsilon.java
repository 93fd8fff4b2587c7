package io.flamemark.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the frozen norms of a detector's file add to the variance. torchvision's COCO weights were trained with nothing
 * added, and so is what torchvision fine-tunes from them; what it trains from ImageNet's has the usual 0.00001. Both
 * kinds have the same norms, number for number, so no content tells them apart: only the published file itself, what was
 * converted from it here, and what a person says are known. Norms that count batches learned themselves, with the usual
 * epsilon: torchvision changes that of frozen ones alone.
 */
public enum NormEpsilon {
    NONE("0"),
    USUAL("1e-5"),
    UNKNOWN("");

    /** The key for it in the metadata. */
    public static final String KEY = "norm epsilon";

    /** The key that all files of trainings here have; their norms are the usual ones. */
    private static final String RUN = "run";

    private static final String VARIANCE = ".running_var";

    /** Below it the usual epsilon changes a norm's scale by more than a hundredth. */
    private static final float SMALL_VARIANCE = 5e-4f;

    /** The widest norm of the widest network known. */
    private static final long MOST_CHANNELS = 32L * Architecture.WIDEST_BACKBONE;

    private final String title;

    NormEpsilon(String title) {
        this.title = title;
    }

    /** As it stands in the metadata and at the command line. */
    public String title() {
        return title;
    }

    /**
     * The one of these words: {@code 0} or {@code 1e-5}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NormEpsilon named(String title) {
        return Arrays.stream(new NormEpsilon[] {NONE, USUAL})
                .filter(known -> known.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("norms add 0 or 1e-5 to the variance, not " + title));
    }

    /** What is known of a file. */
    public static NormEpsilon of(TensorFile file) throws IOException {
        String said = file.metadata().get(KEY);
        if (said != null) {
            return said.equals(NONE.title) ? NONE : USUAL;
        }
        if (file.metadata().containsKey(RUN)) {
            return USUAL;
        }
        if (Pretrained.COCO.file().isOriginOf(file)) {
            return NONE;
        }
        return matters(file) && !hasCounters(file) ? UNKNOWN : USUAL;
    }

    /** What a person has to know who looks or trains with a file, where it is not known; empty where all is well. */
    public static Optional<String> caution(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (TensorFile file = TensorFile.open(path)) {
            return of(file) == UNKNOWN ? Optional.of(sentence(path)) : Optional.empty();
        } catch (WeightsException e) {
            // Whoever uses the file says what is wrong with it.
            return Optional.empty();
        }
    }

    private static String sentence(Path path) {
        return path
                + ": if these weights were fine-tuned by torchvision from its COCO weights (weights=\"DEFAULT\"), their"
                + " scores are a little off here, because the file does not say so. \"weights convert --norm-epsilon 0\""
                + " makes a file that says so; \"--norm-epsilon 1e-5\" one that says that they were not.";
    }

    private static boolean matters(TensorFile file) throws IOException {
        for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
            boolean variance = entry.getKey().startsWith(TorchvisionNames.BODY)
                    && entry.getKey().endsWith(VARIANCE);
            if (variance && entry.getValue().shape().size() <= MOST_CHANNELS && hasSmall(entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCounters(TensorFile file) {
        return file.tensors().keySet().stream()
                .anyMatch(name -> name.startsWith(TorchvisionNames.BODY) && TorchvisionNames.isCounter(name));
    }

    private static boolean hasSmall(Tensor variances) throws IOException {
        for (float variance : variances.floats()) {
            if (variance > 0 && variance < SMALL_VARIANCE) {
                return true;
            }
        }
        return false;
    }
}
