package io.flamemark.detection;

import io.flamemark.geometry.RunLengthMask;

/**
 * One object found, as COCO's result files hold it.
 *
 * @param area pixels, only compared with the area ranges. pycocotools takes the box's area where a result has a
 *     {@code bbox}, else the mask's
 */
public record CocoDetection(long imageId, int category, double score, double area, CocoBox box, RunLengthMask mask) {}
