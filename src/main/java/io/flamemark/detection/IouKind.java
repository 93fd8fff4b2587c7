package io.flamemark.detection;

import io.flamemark.geometry.RunLengthMask;

/** By what truth and detection are compared. */
public enum IouKind {
    MASK {
        @Override
        public double iou(CocoTruth truth, CocoDetection detection) {
            RunLengthMask mask = detection.mask();
            if (mask.width() != truth.mask().width()
                    || mask.height() != truth.mask().height()) {
                return -1;
            }
            int common = mask.intersectionArea(truth.mask());
            int rest = truth.crowd() ? 0 : truth.mask().area() - common;
            return common == 0 ? 0 : (double) common / (mask.area() + rest);
        }
    },
    BOX {
        @Override
        public double iou(CocoTruth truth, CocoDetection detection) {
            double common = detection.box().intersectionArea(truth.box());
            double own = detection.box().area();
            return common == 0
                    ? 0
                    : common / (truth.crowd() ? own : own + truth.box().area() - common);
        }
    };

    /**
     * Intersection over union, 0..1; over the detection's area alone where the truth is a crowd. -1 where the masks are
     * of images of different sizes.
     */
    public abstract double iou(CocoTruth truth, CocoDetection detection);
}
