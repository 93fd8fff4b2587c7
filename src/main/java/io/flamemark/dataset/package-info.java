/** From a project to samples a network can learn from: split, labels, resizing, augmentation. */
package io.flamemark.dataset;
