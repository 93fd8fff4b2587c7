package io.flamemark.app.train.model;

import io.flamemark.annotation.Project;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.MachineSize;
import io.flamemark.run.PresetChoice;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunNotes;
import io.flamemark.run.RunResumption;
import io.flamemark.run.RunStore;
import io.flamemark.run.RunSummary;
import io.flamemark.run.SmallerSetting;
import io.flamemark.run.Speed;
import io.flamemark.run.SpeedMemory;
import io.flamemark.run.SpeedProbe;
import io.flamemark.run.StartingWeights;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.settings.SettingsStore;
import io.flamemark.weights.WeightsCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The training files of a project on disk: its images, and the runs in its run folder. */
public final class ProjectTraining implements TrainingFiles {

    private final Project project;
    private final Path file;
    private final ImageLocator locator;
    private final RunStore store;
    private final Clock clock;
    private final SpeedMemory speeds =
            new SpeedMemory(SettingsStore.dataFolder().resolve("speed.json"));

    /**
     * @param project as it is on the screen
     * @param file where it is saved
     * @param locator finds its images
     */
    public ProjectTraining(Project project, Path file, ImageLocator locator, RunStore store, Clock clock) {
        this.project = project;
        this.file = file;
        this.locator = locator;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Data data() throws IOException {
        DatasetBuilder.Result built = new DatasetBuilder().build(project, file, locator);
        PresetChoice choice = PresetChoice.of(built.dataset(), MachineSize.here(), speeds.with(store));
        return new Data(built.dataset(), built.findings(), choice);
    }

    @Override
    public TrainingJob probe() throws IOException {
        return SpeedProbe.prepare(data().dataset(), file, clock);
    }

    @Override
    public boolean measured(TrainingJob probe) throws IOException {
        Optional<Speed> speed = SpeedProbe.finish(probe);
        speed.ifPresent(speeds::keep);
        return speed.isPresent();
    }

    @Override
    public TrainingJob freeze(RunConfig config, Dataset dataset) throws IOException {
        RunConfig resolved = StartingWeights.resolve(config, new WeightsCache(SettingsStore.weightsFolder()));
        return new TrainingJob(resolved, dataset, store.create(resolved, dataset, file));
    }

    @Override
    public TrainingJob again(RunDirectory earlier, boolean warm, Dataset dataset) throws IOException {
        RunConfig config = RunFiles.config(earlier);
        RunConfig wanted =
                warm ? new ConfigOverride("network.weights", earlier.weights().toString()).applyTo(config) : config;
        TrainingJob job = freeze(wanted, dataset);
        RunFiles.write(job.directory().notes(), RunNotes.NONE.withImproves(earlier.id()));
        return job;
    }

    @Override
    public TrainingJob smaller(RunDirectory earlier, Dataset dataset) throws IOException {
        SmallerSetting smaller = SmallerSetting.of(RunFiles.config(earlier))
                .orElseThrow(
                        () -> new TrainingException("There is no smaller setting left that makes sense; close other "
                                + "programs, or choose a smaller network."));
        return freeze(smaller.config(), dataset);
    }

    @Override
    public TrainingJob resume(RunDirectory run) throws IOException {
        return RunResumption.prepare(run, clock);
    }

    @Override
    public TrainingJob extend(RunDirectory run, int epochs) throws IOException {
        return RunResumption.extend(run, epochs, clock);
    }

    @Override
    public List<RunSummary> runs() throws IOException {
        return store.list();
    }

    @Override
    public String runsMark() throws IOException {
        return store.mark();
    }

    @Override
    public RunHistory history(RunDirectory run) throws IOException {
        return RunHistory.ofLog(RunEventLog.read(run.events()));
    }
}
