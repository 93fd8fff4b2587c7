/** Between a network's tensors and files of weights. */
package io.flamemark.maskrcnn.weights;
