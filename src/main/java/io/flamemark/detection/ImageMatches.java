package io.flamemark.detection;

/**
 * How the detections of one class in one image fared, for one area range.
 *
 * @param scores of the detections, falling
 * @param hit {@code [threshold][detection]}: matched to a truth
 * @param ignored {@code [threshold][detection]}: neither right nor wrong
 * @param wanted truths that are to be found
 */
record ImageMatches(double[] scores, boolean[][] hit, boolean[][] ignored, int wanted) {}
