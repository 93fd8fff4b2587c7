package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {

    private static final RgbImage DOT = new RgbImage(1, 1, new int[1]);

    private final BlockingQueue<Integer> made = new LinkedBlockingQueue<>();

    private List<Example> make(int number) {
        made.add(number);
        return List.of(new Example("batch " + number, false, DOT, Truth.none()));
    }

    @Test
    void theNextBatchIsMadeWhileOneIsInUseAndNoMore() throws Exception {
        try (BatchLoader loader = new BatchLoader(this::make)) {
            assertEquals("batch 7", loader.batch(7).get(0).id());
            assertEquals(7, made.poll(1, TimeUnit.MINUTES));
            assertEquals(8, made.poll(1, TimeUnit.MINUTES), "made before it is asked for");
            assertEquals("batch 8", loader.batch(8).get(0).id());
            assertEquals(9, made.poll(1, TimeUnit.MINUTES));
            assertTrue(made.isEmpty(), "only one ahead");
        }
    }

    @Test
    void aBatchOutOfOrderIsMadeOnRequest() throws IOException {
        try (BatchLoader loader = new BatchLoader(this::make)) {
            loader.batch(1);
            assertEquals("batch 5", loader.batch(5).get(0).id());
        }
    }

    @Test
    void whatFailsInTheBackgroundFailsWhereItIsAskedFor() {
        try (BatchLoader loader = new BatchLoader(number -> {
            throw new TrainingException("None of the images can be read any more.");
        })) {
            assertThrows(TrainingException.class, () -> loader.batch(1));
        }
    }
}
