package io.flamemark.launch;

import io.flamemark.cli.Ports;
import io.flamemark.host.ForkedRunHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.WorkerLauncher;
import io.flamemark.host.WorkerTimes;
import io.flamemark.maskrcnn.infer.MaskRcnnDetectors;
import io.flamemark.maskrcnn.train.MaskRcnnTrainer;
import io.flamemark.run.Detector;
import io.flamemark.run.TrainingBackend;

/** Which network stands behind the ports. */
final class Wiring {

    private Wiring() {}

    static TrainingBackend training() {
        return new MaskRcnnTrainer();
    }

    static Detector.Factory detectors() {
        return new MaskRcnnDetectors();
    }

    /** Settings that suit libtorch belong to a process of its own, at the command line as in the window. */
    private static RunHost trainings() {
        return new ForkedRunHost(workers(), WorkerTimes.standard());
    }

    static WorkerLauncher workers() {
        return WorkerLauncher.of(WorkerMain.class.getName());
    }

    /** What the command line needs. */
    static Ports ports() {
        return new Ports(Wiring::trainings, Wiring::detectors, Window::open, SampleData::find);
    }
}
