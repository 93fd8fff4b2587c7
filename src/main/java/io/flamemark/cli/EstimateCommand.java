package io.flamemark.cli;

import io.flamemark.dataset.Dataset;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.MachineSize;
import io.flamemark.run.PresetChoice;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunStore;
import io.flamemark.run.Speed;
import io.flamemark.run.SpeedMemory;
import io.flamemark.run.SpeedProbe;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate}: what each preset would take on this machine, and which suits these images. */
@Command(
        name = "estimate",
        description =
                "Tell how long each preset would train and how much memory it takes, and which suits this machine "
                        + "and these images. It is judged by trainings of about its size on this machine, or by a few steps now.")
final class EstimateCommand implements Callable<Integer> {

    private final Ports ports;
    private final Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project file, or a folder with one.")
    private Path path;

    @Option(names = "--measure", description = "Train a few steps now, even if an earlier training measured the speed.")
    private boolean measure;

    @Mixin
    private FolderOptions folders;

    EstimateCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProjectData data = ProjectData.open(path, folders, console);
        Path project = data.file().path();
        RunStore store = RunStore.of(project, SettingsStore.dataFolder(), Clock.systemUTC());
        SpeedMemory memory = new SpeedMemory(SettingsStore.dataFolder().resolve("speed.json"));
        PresetChoice known = PresetChoice.of(data.dataset(), MachineSize.here(), memory.with(store));
        boolean wanted = measure || known.isGuess();
        PresetChoice choice =
                wanted && isMeasurable(data.dataset()) ? measured(known, memory, data.dataset(), project) : known;
        choice.offers()
                .forEach(offer -> console.print("%-9s %s%s%s"
                        .formatted(
                                offer.name(),
                                offer.estimate().inWords(),
                                offer.fits() ? "" : ", more than this machine has",
                                offer.name().equals(choice.recommended()) ? "  (recommended)" : "")));
        console.note(choice.why());
        return ExitCode.OK;
    }

    private boolean isMeasurable(Dataset dataset) {
        boolean measurable =
                dataset.train().stream().anyMatch(sample -> !sample.instances().isEmpty());
        if (!measurable) {
            console.note("Nothing was measured, since no training image has an outline yet.");
        }
        return measurable;
    }

    private PresetChoice measured(PresetChoice known, SpeedMemory memory, Dataset dataset, Path project)
            throws IOException {
        Optional<Speed> speed = probe(dataset, project);
        speed.ifPresent(memory::keep);
        return PresetChoice.of(
                dataset, known.machine(), speed.map(known.speeds()::with).orElse(known.speeds()));
    }

    private Optional<Speed> probe(Dataset dataset, Path project) throws IOException {
        TrainingJob probe = SpeedProbe.prepare(dataset, project, Clock.systemUTC());
        WorkerExit exit = Training.run(ports.trainings(), probe, new Silence());
        Optional<Speed> speed = SpeedProbe.finish(probe);
        if (!exit.asIntended()) {
            throw new TrainingException("The speed of this machine could not be measured. " + exit.sentence());
        }
        return speed;
    }

    /** Nobody wants to hear of a measurement's losses. */
    private record Silence() implements RunListener {

        @Override
        public void onEvent(RunEvent event) {}

        @Override
        public void onExit(WorkerExit exit) {}
    }
}
