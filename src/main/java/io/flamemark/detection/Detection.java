package io.flamemark.detection;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;

/**
 * One object found in an image.
 *
 * @param label class index, 1..K; 0 would be background and never appears
 * @param score confidence, 0..1
 * @param box xyxy, pixels of the original image
 * @param mask pixels of the original image
 */
public record Detection(int label, double score, Box box, Mask mask) {}
