package io.flamemark.app.inspect;

import io.flamemark.detection.Detection;

/** Takes a detection over into the annotations. */
@FunctionalInterface
public interface Acceptance {

    /**
     * @param image of the open project
     * @param className the detection's class, by the model's labels
     */
    void accept(InspectImage image, Detection detection, String className);
}
