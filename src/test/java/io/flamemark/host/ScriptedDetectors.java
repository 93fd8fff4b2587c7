package io.flamemark.host;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.run.Detector;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A detector that always sees the same, but for images whose names ask for trouble. */
public final class ScriptedDetectors implements Detector.Factory {

    public static final Detections SEEN = new Detections(List.of(new Detection(
            1, 0.875, new Box(2, 3, 6, 7), new Mask(2, 3, 4, 4, BitSet.valueOf(new long[] {0b0110_1111})))));

    private static final String ILLEGAL_ACCESS =
            "CUDA error: an illegal memory access was encountered\nCompile with TORCH_USE_CUDA_DSA";

    /** Nothing that this process asks of its graphics card is answered any more. */
    private static boolean lost;

    @Override
    public Detector open(Path weights, Optional<String> device) throws IOException {
        return new Detector() {
            @Override
            public LabelMap labels() {
                return new LabelMap(List.of("fire"));
            }

            @Override
            public Detections detect(Path image, double minScore) throws IOException {
                switch (image.getFileName().toString()) {
                    case "crash" -> Runtime.getRuntime().halt(139);
                    case "freeze" -> new CompletableFuture<>().join();
                    case "bad-runs" -> say("{\"left\":0,\"top\":0,\"width\":2,\"height\":2,\"runs\":[1,-5]}");
                    case "no-mask" -> say("\"none\"");
                    case "broken.png" -> throw new IOException(image + ": not an image");
                    case "full-card.png" ->
                        throw new IllegalStateException(
                                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate`");
                    case "full-heap.png" -> throw new OutOfMemoryError("Java heap space");
                    case "lost-card" -> lost = true;
                    default -> {}
                }
                if (lost) {
                    throw new IllegalStateException(ILLEGAL_ACCESS);
                }
                return SEEN.atLeast(minScore);
            }

            @Override
            public void close() {}
        };
    }

    /** Answers the first request with a mask of our own, past the worker. */
    private static void say(String mask) throws IOException {
        String line = """
                {"type":"found","id":1,"labels":["fire"],"detections":[{"label":1,"score":0.5,\
                "box":{"x1":1,"y1":1,"x2":2,"y2":2},"mask":%s}]}
                """.formatted(mask);
        new FileOutputStream(FileDescriptor.out).write(line.getBytes(StandardCharsets.UTF_8));
    }
}
