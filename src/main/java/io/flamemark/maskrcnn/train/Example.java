package io.flamemark.maskrcnn.train;

import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.roi.Truth;

/**
 * One image as the network sees it in one step.
 *
 * @param id of the sample it was made from, for messages
 * @param mirrored whether it is seen left to right
 */
record Example(String id, boolean mirrored, RgbImage image, Truth truth) {}
