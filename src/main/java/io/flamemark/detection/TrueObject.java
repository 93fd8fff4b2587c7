package io.flamemark.detection;

import io.flamemark.geometry.Mask;

/**
 * One object that is truly there.
 *
 * @param label class index, 1..K
 * @param mask pixels of the original image
 */
public record TrueObject(int label, Mask mask) {}
