/** Weights on disk: safetensors with torchvision's names. */
package io.flamemark.maskrcnn.weights;
