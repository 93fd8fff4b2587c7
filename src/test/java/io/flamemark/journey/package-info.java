/** Whole stories, from end to end: the real window, worker, network and command line, with nothing played by a double. */
package io.flamemark.journey;
