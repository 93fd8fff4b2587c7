package io.flamemark.maskrcnn.ops;

import ai.djl.Device;
import java.util.Optional;

/** What is decided by whether a graphics card was chosen, tried where there is none: nothing can be computed meanwhile. */
public final class PretendedCard implements AutoCloseable {

    public PretendedCard() {
        TorchRuntime.computeOn(new ComputeDevice(Device.gpu(), Optional.empty()));
    }

    @Override
    public void close() {
        TorchRuntime.computeOn("auto");
    }
}
