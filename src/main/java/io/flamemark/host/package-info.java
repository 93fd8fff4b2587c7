/** Runs trainings and detectors in process or in a forked worker; the wire protocol between them. */
package io.flamemark.host;
