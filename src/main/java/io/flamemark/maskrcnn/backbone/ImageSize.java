package io.flamemark.maskrcnn.backbone;

/** The size of one image of a batch in network pixels, without padding. */
public record ImageSize(int width, int height) {}
