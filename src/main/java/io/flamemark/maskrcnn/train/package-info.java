/** The training loop: images and their variation, the optimizer, validation, checkpoints. */
package io.flamemark.maskrcnn.train;
