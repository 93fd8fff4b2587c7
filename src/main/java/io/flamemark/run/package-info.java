/**
 * Training runs: what decides them, what they tell, where they lie on disk, and the ports to a network.
 *
 * <p>Who writes what: {@link io.flamemark.run.RunStore} makes a run directory and freezes configuration, data and
 * labels into it. From then on the process that trains owns it: it records events and state through
 * {@link io.flamemark.run.RunRecorder}, and the {@link io.flamemark.run.TrainingBackend} writes checkpoints and the
 * model. Everybody else reads; only when that process has died does its host record the end.
 */
package io.flamemark.run;
