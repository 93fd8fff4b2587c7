package io.flamemark.detection;

import io.flamemark.geometry.RunLengthMask;

/**
 * One object that is truly there, as COCO's annotation files hold it.
 *
 * @param id counts from 1. As in pycocotools a detection matched to id 0 counts as unmatched
 * @param area the file's {@code area}, in pixels; it decides between small, medium and large and is not recomputed
 * @param crowd a region with many objects: detections on it are neither right nor wrong
 */
public record CocoTruth(
        long id, long imageId, int category, double area, boolean crowd, CocoBox box, RunLengthMask mask) {}
