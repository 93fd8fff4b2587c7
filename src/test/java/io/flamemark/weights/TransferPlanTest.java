package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Weights for a network")
class TransferPlanTest {

    private static final List<String> FIRE = List.of("fire");
    private static final String BODY = "backbone.body.conv1.weight";
    private static final String RPN = "rpn.head.conv.0.0.bias";
    private static final String SCORE = "roi_heads.box_predictor.cls_score.bias";
    private static final String ENLARGE = "roi_heads.mask_predictor.conv5_mask.bias";

    @TempDir
    Path folder;

    private final Map<String, TensorShape> network = new LinkedHashMap<>();

    TransferPlanTest() {
        network.put(BODY, TensorShape.of(2, 1));
        network.put(RPN, TensorShape.of(2));
        network.put(SCORE, TensorShape.of(2));
        network.put(ENLARGE, TensorShape.of(3));
    }

    private TensorFile file(Map<String, TensorShape> shapes) throws IOException {
        return file(shapes, Map.of());
    }

    private TensorFile file(Map<String, TensorShape> shapes, Map<String, String> about) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, Tensor.of(shape, new float[(int) shape.size()])));
        Path path = folder.resolve("w.safetensors");
        SafetensorsWriter.write(path, tensors, about);
        return TensorFile.open(path);
    }

    private Map<String, TensorShape> changed(String name, TensorShape shape) {
        Map<String, TensorShape> changed = new LinkedHashMap<>(network);
        changed.put(name, shape);
        return changed;
    }

    private Map<String, TensorShape> without(String name) {
        Map<String, TensorShape> less = new LinkedHashMap<>(network);
        less.remove(name);
        return less;
    }

    @Test
    @DisplayName("of this very network fill all of it, and nothing else does")
    void exact() throws IOException {
        try (TensorFile same = file(network)) {
            assertEquals(
                    network.keySet(),
                    TransferPlan.exact(same, network).sources().keySet());
            assertEquals(List.of(), TransferPlan.exact(same, network).anew());
        }
        assertRefused(changed(SCORE, TensorShape.of(91)), SCORE + " [91] instead of [2]", true);
        assertRefused(changed("extra", TensorShape.of(1)), "1 tensor is not part of the network (extra)", true);
        assertRefused(without(RPN), "1 tensor is missing (" + RPN + ")", true);
    }

    @Test
    @DisplayName("of one for other classes fill all but the two predictors, which start anew as a whole")
    void otherClasses() throws IOException {
        try (TensorFile coco = file(changed(SCORE, TensorShape.of(91)))) {
            TransferPlan plan = TransferPlan.fineTuning(coco, network, FIRE);
            assertEquals(Set.of(BODY, RPN), plan.sources().keySet());
            assertEquals(List.of(SCORE, ENLARGE), plan.anew());
        }
        assertFalse(keeps(Map.of()), "as many classes are not the same ones");
        assertFalse(keeps(Map.of(TensorFile.CLASSES, "cat")));
        assertTrue(keeps(Map.of(TensorFile.CLASSES, "fire")), "what one's own model knows of the same classes is kept");
        try (TensorFile smoke = file(changed(SCORE, TensorShape.of(91)), Map.of(TensorFile.CLASSES, "fire"))) {
            assertTrue(TransferPlan.fineTuning(smoke, network, FIRE).startsPredictorsAnew(), "a comma in a name");
        }
    }

    private boolean keeps(Map<String, String> about) throws IOException {
        try (TensorFile file = file(network, about)) {
            TransferPlan plan = TransferPlan.fineTuning(file, network, FIRE);
            assertEquals(plan.startsPredictorsAnew() ? List.of(SCORE, ENLARGE) : List.of(), plan.anew());
            assertEquals(Optional.ofNullable(about.get(TensorFile.CLASSES)), plan.classes());
            return !plan.startsPredictorsAnew();
        }
    }

    @Test
    @DisplayName("whose other parts do not fit are refused, with what does not")
    void misfits() throws IOException {
        assertRefused(changed(BODY, TensorShape.of(4, 1)), BODY + " [4, 1] instead of [2, 1]", false);
        assertRefused(without(RPN), RPN, false);
        assertRefused(changed("backbone.extra", TensorShape.of(1)), "backbone.extra", false);
    }

    private void assertRefused(Map<String, TensorShape> shapes, String words, boolean exact) throws IOException {
        try (TensorFile file = file(shapes)) {
            WeightsException refusal = exact
                    ? assertThrows(WeightsException.class, () -> TransferPlan.exact(file, network))
                    : assertThrows(WeightsException.class, () -> TransferPlan.fineTuning(file, network, FIRE));
            assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
            assertTrue(refusal.getMessage().startsWith(file.path() + ": "), refusal.getMessage());
        }
    }

    @Test
    @DisplayName("of a classifier fill the backbone; its last layer is left out")
    void classifier() throws IOException {
        Map<String, TensorShape> shapes = Map.of(
                "conv1.weight", TensorShape.of(2, 1),
                "fc.weight", TensorShape.of(1000, 2),
                "bn1.num_batches_tracked", TensorShape.of());
        try (TensorFile file = file(shapes)) {
            TransferPlan plan = TransferPlan.fineTuning(file, network, FIRE);
            assertEquals(Map.of(BODY, "conv1.weight"), plan.sources());
            assertEquals(List.of(RPN, SCORE, ENLARGE), plan.anew());
        }
    }

    @Test
    @DisplayName("may lack the counters of norms that learn, or have more of them")
    void counters() throws IOException {
        String counter = "backbone.body.bn1.num_batches_tracked";
        try (TensorFile file = file(network)) {
            assertEquals(
                    List.of(counter),
                    TransferPlan.exact(file, changed(counter, TensorShape.of())).anew());
        }
        try (TensorFile file = file(changed(counter, TensorShape.of()))) {
            assertEquals(4, TransferPlan.exact(file, network).sources().size());
        }
    }

    @Test
    @DisplayName("of before torchvision 0.13 are found under their old names")
    void oldNames() throws IOException {
        Map<String, TensorShape> old = without(RPN);
        old.put("rpn.head.conv.bias", TensorShape.of(2));
        try (TensorFile file = file(old)) {
            assertEquals(
                    "rpn.head.conv.bias",
                    TransferPlan.exact(file, network).sources().get(RPN));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rpn.head.conv.weight, rpn.head.conv.0.0.weight",
        "backbone.fpn.inner_blocks.3.bias, backbone.fpn.inner_blocks.3.0.bias",
        "backbone.fpn.layer_blocks.0.0.weight, backbone.fpn.layer_blocks.0.0.weight",
        "roi_heads.mask_head.mask_fcn1.weight, roi_heads.mask_head.0.0.weight",
        "roi_heads.mask_head.mask_fcn4.bias, roi_heads.mask_head.3.0.bias",
        "backbone.body.conv1.weight, backbone.body.conv1.weight"
    })
    @DisplayName("are translated to today's names")
    void names(String old, String current) {
        assertEquals(current, TorchvisionNames.current(old));
    }

    @Test
    @DisplayName("are reported on in a few words, however many there are")
    void report() {
        Map<String, TensorShape> many = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            many.put("t" + i, TensorShape.of());
        }
        assertEquals(
                "9 tensors are missing (t0, t1, t2, t3, ...)",
                FitReport.of(many, Map.of()).text());
        assertEquals("all 9 tensors fit", FitReport.of(many, many).text());
    }
}
