package io.flamemark.app.train.model;

import io.flamemark.annotation.Finding;
import io.flamemark.dataset.Dataset;
import io.flamemark.run.PresetChoice;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunSummary;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.List;

/**
 * The files behind the Train workspace, for one state of one project. Every method may take long and is called in the
 * background.
 */
public interface TrainingFiles {

    /**
     * What the project offers to learn from.
     *
     * @param findings what was noticed on the way
     * @param choice what each preset would take for it on this machine
     */
    record Data(Dataset dataset, List<Finding> findings, PresetChoice choice) {}

    /** @throws IOException if the project's images cannot be looked at; the message is for the user */
    Data data() throws IOException;

    /** Makes a training of a few steps, outside of the project's runs, that only measures how fast this machine is. */
    TrainingJob probe() throws IOException;

    /**
     * Keeps what such a training measured, for the estimates, and throws its folder away.
     *
     * @return whether it measured anything
     */
    boolean measured(TrainingJob probe) throws IOException;

    /** Makes a run directory with everything the run needs, frozen. */
    TrainingJob freeze(RunConfig config, Dataset dataset) throws IOException;

    /**
     * Makes a run directory for another training on the data as it is now, with the configuration of an earlier run.
     *
     * @param warm to start from the earlier run's model, instead of from the weights that the earlier run started from
     */
    TrainingJob again(RunDirectory earlier, boolean warm, Dataset dataset) throws IOException;

    /**
     * Makes a run directory for another training with the next smaller setting, for when memory was short.
     *
     * @throws TrainingException if there is none that makes sense, with a sentence for the user
     */
    TrainingJob smaller(RunDirectory earlier, Dataset dataset) throws IOException;

    /** Makes a run that broke off ready to go on. */
    TrainingJob resume(RunDirectory run) throws IOException;

    /** Makes a run ready to go on to so many epochs in all. */
    TrainingJob extend(RunDirectory run, int epochs) throws IOException;

    /** All runs beside the project, newest first. */
    List<RunSummary> runs() throws IOException;

    /** Differs from what it was before where a run has come, gone or moved on; cheap, for asking often. */
    String runsMark() throws IOException;

    /** What a run told, from its log. */
    RunHistory history(RunDirectory run) throws IOException;
}
