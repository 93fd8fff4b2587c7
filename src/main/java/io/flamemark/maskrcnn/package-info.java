/**
 * Mask R-CNN (He et al. 2017) with torchvision's parts and names, on DJL's PyTorch engine: the network, its training
 * loop, its weights and its use. The only user of {@code ai.djl}.
 */
package io.flamemark.maskrcnn;
