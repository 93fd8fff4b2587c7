/** Trained networks at work. */
package io.flamemark.maskrcnn.infer;
