package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.imaging.RgbImage;
import java.util.List;

/**
 * A sample in memory, shrunk to little more than the network sees.
 *
 * @param id of the sample, for messages
 * @param image the shrunk image
 * @param instances its objects, in pixels of the shrunk image
 */
record CachedSample(String id, RgbImage image, List<Instance> instances) {}
