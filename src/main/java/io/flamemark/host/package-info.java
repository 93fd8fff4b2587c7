/** Runs trainings in a forked worker, and detectors there or in process; the wire protocol between them. */
package io.flamemark.host;
