/** Flamemark: annotate fire, train a Mask R-CNN, inspect what it sees. */
package io.flamemark;
