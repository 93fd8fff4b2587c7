/**
 * What a Mask R-CNN needs besides layers: the start of the PyTorch engine and the choice of its device and precision,
 * operators that DJL lacks or that are quicker as they are written here (convolutions, RoIAlign, losses), and the
 * bookkeeping on boxes (anchors, matching, sampling, suppression, pasting of masks). Everything gradients flow through
 * works on {@code NDArray}; everything else is plain Java on {@code float[]}, because it is not differentiated, is
 * exact and is tested without an engine. The numbers follow torchvision 0.14, so that its weights can be used
 * unchanged.
 *
 * <p>Boxes are flat {@code float[4 * n]}: x1, y1, x2, y2 of the first box, then of the next.
 */
package io.flamemark.maskrcnn.ops;
