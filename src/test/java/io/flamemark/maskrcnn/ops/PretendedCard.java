package io.flamemark.maskrcnn.ops;

import ai.djl.Device;
import java.util.Optional;

/** For what a chosen graphics card decides, tried where there is none: nothing can be computed meanwhile. */
public final class PretendedCard implements AutoCloseable {

    public PretendedCard() {
        TorchRuntime.computeOn(new ComputeDevice(Device.gpu(), Optional.empty()));
    }

    @Override
    public void close() {
        TorchRuntime.computeOn("auto");
    }
}
