package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What norms add to the variance")
class NormEpsilonTest {

    private static final String NORM = "backbone.body.bn1.";
    private static final Map<String, Tensor> SMALL = Map.of(NORM + "running_var", Tensor.of(TensorShape.of(1), 1e-5f));

    @TempDir
    Path folder;

    @Test
    @DisplayName("is not known of a detector whose variances are so small that it matters")
    void unknown() throws IOException {
        assertEquals(NormEpsilon.UNKNOWN, of(SMALL, Map.of()));
    }

    @Test
    @DisplayName("is the usual where it was trained here, or where nothing is so small that it matters")
    void known() throws IOException {
        assertEquals(NormEpsilon.USUAL, of(SMALL, Map.of("run", "one of ours")));
        assertEquals(
                NormEpsilon.USUAL, of(Map.of(NORM + "running_var", Tensor.of(TensorShape.of(1), 1e-3f)), Map.of()));
    }

    @Test
    @DisplayName("is the usual where the norms learned, as their counters tell: torchvision changes frozen ones alone")
    void learned() throws IOException {
        Map<String, Tensor> counting = Map.of(
                NORM + "running_var", Tensor.of(TensorShape.of(1), 1e-5f),
                NORM + "num_batches_tracked", Tensor.of(TensorShape.of(), 7));
        assertEquals(NormEpsilon.USUAL, of(counting, Map.of()));
    }

    private NormEpsilon of(Map<String, Tensor> tensors, Map<String, String> about) throws IOException {
        Path path = folder.resolve("detector.pth");
        PyTorchWriter.write(path, tensors, about);
        try (TensorFile file = TensorFile.open(path)) {
            NormEpsilon known = NormEpsilon.of(file);
            assertEquals(known == NormEpsilon.UNKNOWN, NormEpsilon.caution(path).isPresent());
            return known;
        }
    }
}
