package io.flamemark.maskrcnn.ops;

import static io.flamemark.maskrcnn.Reference.assertClose;

import org.junit.jupiter.api.Test;

class BoxCoderTest {

    private static final double TOLERANCE = 2e-6;

    @Test
    void codesProposalsAsTorchvisionDoes() {
        check(BoxCoder.PROPOSALS, Fixture.named("detection_ops.json", "coder of proposals"));
    }

    @Test
    void codesDetectionsAsTorchvisionDoes() {
        check(BoxCoder.DETECTIONS, Fixture.named("detection_ops.json", "coder of detections"));
    }

    @Test
    void decodesWhatItEncoded() {
        float[] boxes = {10, 20, 50, 30, 0, 0, 7, 90};
        float[] references = {12, 12, 40, 40, 3, 3, 9, 80};
        float[] encoded = BoxCoder.DETECTIONS.encode(boxes, references);
        assertClose(boxes, BoxCoder.DETECTIONS.decode(encoded, references, 1), 1e-5, "boxes");
    }

    private static void check(BoxCoder coder, Fixture expected) {
        float[] references = expected.floats("references");
        float[] encoded = coder.encode(expected.floats("boxes"), references);
        assertClose(expected.floats("encoded"), encoded, TOLERANCE, "encoded");
        float[] decoded = coder.decode(expected.floats("offsets"), references, 2);
        assertClose(expected.floats("decoded"), decoded, TOLERANCE, "decoded");
    }
}
