package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectBuffersTest {

    private static List<ByteBuffer> mebibytes(int count) {
        return Stream.generate(() -> ByteBuffer.allocateDirect(1 << 20))
                .limit(count)
                .toList();
    }

    /** Old enough that only a full collection finds it. */
    private static WeakReference<ByteBuffer> forgotten() {
        List<ByteBuffer> buffers = mebibytes(1);
        System.gc();
        System.gc();
        return new WeakReference<>(buffers.get(0));
    }

    @Test
    void collectsWhatIsForgottenOnceThereIsMuchMore() {
        WeakReference<ByteBuffer> forgotten = forgotten();
        DirectBuffers buffers = new DirectBuffers();
        buffers.freeUnused();
        assertNotNull(forgotten.get(), "nothing came since: no reason to collect");
        List<List<ByteBuffer>> used = new ArrayList<>();
        // More than once: what earlier tests left is freed by another thread, and hides what came since.
        for (int i = 0; i < 10 && forgotten.get() != null; i++) {
            used.add(mebibytes(33));
            buffers.freeUnused();
        }
        assertNull(forgotten.get());
        Reference.reachabilityFence(used);
    }
}
