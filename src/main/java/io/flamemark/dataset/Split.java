package io.flamemark.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which samples are for training, which choose the best epoch, which judge the result. {@link #byHash} makes one for
 * projects that name none.
 */
public record Split(List<Sample> train, List<Sample> validation, List<Sample> test) {

    private static final double VALIDATION_SHARE = 0.2;
    private static final double TEST_SHARE = 0.1;

    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * About 70 % for training, 20 % for validation, 10 % for testing, the same for the same images whatever their order:
     * samples are sorted by the CRC-32 of their id and dealt out. Samples with and without objects are dealt separately,
     * so that validation has its share of both, and at least one of each kind where there are two.
     */
    public static Split byHash(List<Sample> samples) {
        List<Sample> train = new ArrayList<>();
        List<Sample> validation = new ArrayList<>();
        List<Sample> test = new ArrayList<>();
        for (boolean negative : new boolean[] {false, true}) {
            List<Sample> kind = samples.stream()
                    .filter(s -> s.instances().isEmpty() == negative)
                    .sorted(Comparator.comparingLong(Split::hash).thenComparing(Sample::id))
                    .toList();
            int forTest = (int) (kind.size() * TEST_SHARE);
            int forValidation = kind.size() < 2 ? 0 : (int) Math.max(1, Math.round(kind.size() * VALIDATION_SHARE));
            test.addAll(kind.subList(0, forTest));
            validation.addAll(kind.subList(forTest, forTest + forValidation));
            train.addAll(kind.subList(forTest + forValidation, kind.size()));
        }
        return new Split(train, validation, test);
    }

    private static long hash(Sample sample) {
        CRC32 crc = new CRC32();
        crc.update(sample.id().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
