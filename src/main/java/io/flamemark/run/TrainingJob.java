package io.flamemark.run;

import io.flamemark.dataset.Dataset;

/** What to train, on what, and where to put it. */
public record TrainingJob(RunConfig config, Dataset dataset, RunDirectory directory) {}
