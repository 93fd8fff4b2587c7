/** Before a training: what it would learn from, what speaks against it, which preset, how long. */
package io.flamemark.app.train.start;
