/** The variations of training images, seen on the images of the person. */
package io.flamemark.app.train.augmentation;
