package io.flamemark.launch;

import io.flamemark.host.Worker;
import java.util.List;

/** A worker process: the network, without a window. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) {
        System.exit(Worker.runOnStandardStreams(Wiring.training(), Wiring.detectors(), List.of(arguments)));
    }
}
