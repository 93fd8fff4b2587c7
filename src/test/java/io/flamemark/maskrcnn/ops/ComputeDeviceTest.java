package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import io.flamemark.run.GraphicsCard;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComputeDeviceTest {

    private static Engine engine;

    @BeforeAll
    static void start() {
        TorchRuntime.start();
        engine = Engine.getEngine("PyTorch");
    }

    @Test
    @DisplayName("the processor by choice, and by default where no card can be used; said only where there is a card")
    void processor() {
        ComputeDevice chosen = ComputeDevice.of("cpu", engine);
        assertEquals(Device.cpu(), chosen.device());
        assertEquals(GraphicsCard.find().isPresent(), chosen.said().isPresent());
        assumeTrue(engine.getGpuCount() == 0);
        assertEquals(Device.cpu(), ComputeDevice.of("auto", engine).device());
    }

    @Test
    @DisplayName("arrays are made where networks are computed, a scripted function's own in main memory")
    void managers() {
        TorchRuntime.computeOn("cpu");
        try (NDManager manager = TorchRuntime.newManager();
                NDManager processor = TorchRuntime.newProcessorManager()) {
            assertEquals(Device.cpu(), manager.getDevice());
            assertEquals(Device.cpu(), processor.getDevice());
            assertFalse(TorchRuntime.isOnCard());
        } finally {
            TorchRuntime.computeOn("auto");
        }
    }

    @Test
    @DisplayName("what an engine for cards misses is told apart: CUDA's runtime library, its version, or the driver")
    void unsuited() {
        assertEquals(
                "the runtime library of CUDA 12.4 or later is not found", UnsuitedCuda.reason(OptionalInt.empty(), 0));
        assertEquals(
                "the runtime library of CUDA is that of 11.8, and 12.4 or later is needed",
                UnsuitedCuda.reason(OptionalInt.of(11_080), 1));
        assertEquals(
                "its driver is too old for the runtime library of CUDA, or offers it to no program",
                UnsuitedCuda.reason(OptionalInt.of(12_040), 0));
        assertFalse(UnsuitedCuda.reason().isEmpty(), "asked here");
    }

    @Test
    @DisplayName("a device is taken if its results are the processor's, to the ten bits that cards keep")
    void probe() {
        assertTrue(CardProbe.computesRightly(engine, Device.cpu()));
        assertTrue(CardProbe.isNear(new float[] {100, -3}, new float[] {100.5f, -3.5f}));
        assertFalse(CardProbe.isNear(new float[] {100, -3}, new float[] {100, -1}));
        assertFalse(CardProbe.isNear(new float[] {100, -3}, new float[] {Float.NaN, -3}));
    }

    @Test
    @DisplayName("a card that is not there fails in the probe, which is what the choice is made by")
    void absent() {
        assumeTrue(engine.getGpuCount() == 0);
        assertThrows(EngineException.class, () -> CardProbe.computesRightly(engine, Device.gpu()));
    }
}
