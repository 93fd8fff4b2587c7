/**
 * What the Train workspace knows and does, without a single control: the data, the presets, the run under way and those of
 * before. The controls beside this package look at it and ask it.
 */
package io.flamemark.app.train.model;
