package io.flamemark.augment;

/**
 * What the network sees of an image in one step.
 *
 * @param seen at the network's size, its objects in network pixels
 * @param mirrored whether it is seen left to right
 */
public record Variation(LabelledImage seen, boolean mirrored) {}
