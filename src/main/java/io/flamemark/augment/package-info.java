/**
 * Training images as the network sees them: brought to its size and, to learn more from few, varied at random together
 * with their outlines. Pure functions of image, configuration and random numbers, so that a resumed run sees what an
 * uninterrupted one would, and the window can show what training will see.
 */
package io.flamemark.augment;
