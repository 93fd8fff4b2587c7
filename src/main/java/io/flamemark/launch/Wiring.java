package io.flamemark.launch;

import io.flamemark.cli.Ports;
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

    /** What the command line needs. */
    static Ports ports() {
        return new Ports(Wiring::training, Wiring::detectors, Window::open, SampleData::find);
    }
}
