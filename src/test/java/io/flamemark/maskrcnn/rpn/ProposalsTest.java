package io.flamemark.maskrcnn.rpn;

import static io.flamemark.maskrcnn.Reference.assertClose;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.AnchorGenerator;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of the region proposal network and its choice of proposals. */
class ProposalsTest {

    private static final Reference EXPECTED = Reference.of("parts.safetensors");
    private static final RunConfig.Sampling SAMPLING = new RunConfig.Sampling(256, 300, 80, 512, 0.25, 100, 0.05, 0.5);
    private static final AnchorGenerator ANCHORS =
            new AnchorGenerator(new int[][] {{32}, {64}, {128}, {256}, {512}}, new float[] {0.5f, 1, 2});

    private final NDManager manager = TorchRuntime.newManager();
    private final Parameters parameters = Parameters.zeros(TorchRuntime.newManager());
    private final Scope scope = new Scope(parameters, "", Precision.FLOAT32).in("rpn");
    private final NDList features = new NDList();

    @BeforeEach
    void makeFeatures() {
        for (int i = 0; i < 5; i++) {
            features.add(Formula.array(manager, "level" + i, 6, 2, 8, 24 >> i, Math.max(1, 32 >> i)));
        }
    }

    @AfterEach
    void close() {
        parameters.close();
        manager.close();
    }

    @Test
    void theHeadJudgesAnchorsAsTorchvisionDoes() {
        RpnHead head = new RpnHead(scope.in("head"), 8, 3);
        Formula.fill(parameters);
        RpnHead.Output output = TorchRuntime.withoutGradients(() -> head.apply(Pyramid.of(features)));
        assertClose(EXPECTED.floats("rpn.logits"), output.logits().toFloatArray(), 1e-5, "logit");
        assertClose(EXPECTED.floats("rpn.offsets"), output.offsets().toFloatArray(), 1e-5, "offset");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void choosesTheProposalsTorchvisionChooses(boolean training) {
        RegionProposalNetwork network = new RegionProposalNetwork(scope, 8, ANCHORS, SAMPLING);
        Formula.fill(parameters);
        ImageBatch batch = new ImageBatch(
                manager,
                List.of(new ImageSize(128, 96), new ImageSize(101, 80)),
                new ImageSize(128, 96),
                () -> new float[2 * 3 * 96 * 128]);
        Proposals proposals =
                TorchRuntime.withoutGradients(() -> network.propose(batch, Pyramid.of(features), training));
        for (int image = 0; image < 2; image++) {
            String name = "rpn." + (training ? "training." : "testing.") + image;
            assertClose(EXPECTED.floats(name), proposals.boxes().get(image), 1e-5, name);
        }
    }
}
