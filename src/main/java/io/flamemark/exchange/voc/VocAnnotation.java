package io.flamemark.exchange.voc;

import io.flamemark.geometry.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in one XML file of Pascal VOC.
 *
 * @param filename of the picture, or empty
 * @param width pixels, 0 where it is not said
 * @param height likewise
 */
record VocAnnotation(String filename, long width, long height, List<VocObject> objects) {

    /**
     * One object.
     *
     * @param box in pixels as this program counts them; VOC's corners are pixels, counted from 1, that belong to the box
     * @param attributes as CVAT writes them
     */
    record VocObject(String name, Optional<Box> box, Map<String, String> attributes) {}
}
