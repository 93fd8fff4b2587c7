package io.flamemark.maskrcnn.backbone;

/** A size in network pixels, of an image or of a padded batch. */
public record ImageSize(int width, int height) {}
