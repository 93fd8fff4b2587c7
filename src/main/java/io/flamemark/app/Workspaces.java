package io.flamemark.app;

import io.flamemark.annotation.ImageId;
import io.flamemark.app.annotate.AnnotateWorkspace;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.dialog.FxPrompts;
import io.flamemark.app.inspect.InspectFiles;
import io.flamemark.app.inspect.InspectViewModel;
import io.flamemark.app.inspect.InspectWorkspace;
import io.flamemark.app.inspect.ProjectInspection;
import io.flamemark.app.project.ProjectDocument;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.TrainWorkspace;
import io.flamemark.app.train.history.ComparisonModel;
import io.flamemark.app.train.history.RunsViewModel;
import io.flamemark.app.train.model.ProjectTraining;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.app.train.model.TrainingFiles;
import io.flamemark.edit.SplitEdits;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunStore;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Builds the three workspaces around the open project. */
final class Workspaces {

    private final ProjectModel project;
    private final Clock clock;
    private final AnnotateWorkspace annotate;
    private final TrainWorkspace train;
    private final InspectWorkspace inspect;
    private final TrainViewModel trainModel;

    /**
     * @param openFolder shows a folder in the system's file manager
     * @param bring brings a workspace to the front
     * @param prompts asks and tells
     */
    Workspaces(
            ProjectModel project,
            ProjectDocument document,
            AppContext context,
            FxTasks tasks,
            CommandRegistry commands,
            FxPrompts prompts,
            Clock clock,
            Consumer<Path> openFolder,
            Consumer<Workspace> bring) {
        this.project = project;
        this.clock = clock;
        annotate = new AnnotateWorkspace(project, tasks, commands, prompts::className);
        InspectViewModel inspectModel = new InspectViewModel(this::inspectFiles, context.detectionHost(), tasks);
        AcceptedDetection accepted = new AcceptedDetection(project);
        inspect = new InspectWorkspace(
                inspectModel,
                tasks,
                (image, detection, className) ->
                        prompts.note(accepted.accept(new ImageId(image.key()), detection, className)));
        trainModel = new TrainViewModel(this::trainingFiles, document::whenSaved, context.runHost(), tasks);
        train = new TrainWorkspace(
                trainModel,
                new RunsViewModel(() -> project.path().map(this::store), tasks),
                new ComparisonModel(context.detectionHost(), tasks),
                tasks,
                context.settings(),
                openFolder,
                run -> look(inspectModel, run, bring));
        trainModel.whileOpening(document.openingProperty());
        annotate.whileOpening(document.openingProperty());
        train.showImagesWith(note -> lead(bring, note.image(), note.region()));
        prompts.leadTo(finding -> lead(bring, finding.image(), finding.region()));
        train.splitWith(splits -> project.apply(SplitEdits.deal(project.project(), splits)));
        project.onOpened(() -> {
            trainModel.projectOpened();
            inspectModel.projectOpened();
        });
    }

    /** Brings an image to the front, and selects a region of it. */
    private void lead(Consumer<Workspace> bring, Optional<ImageId> image, OptionalInt region) {
        bring.accept(annotate);
        image.ifPresent(id -> annotate.show(id, region));
    }

    /** In the order of work: annotate, train, inspect. */
    List<Workspace> all() {
        return List.of(annotate, train, inspect);
    }

    /** Whether a training is under way, which closing the window would stop. */
    boolean holdsTraining() {
        return trainModel.holdsTraining();
    }

    /** Whether runs wait for that training to end. */
    boolean holdsQueue() {
        return !trainModel.waitingProperty().get().isEmpty();
    }

    /** Lets the training under way go on without the window. @return whether it can */
    boolean leaveTrainingOn() {
        return trainModel.detach();
    }

    private void look(InspectViewModel model, RunDirectory run, Consumer<Workspace> bring) {
        bring.accept(inspect);
        model.lookWith(run);
    }

    private Optional<TrainingFiles> trainingFiles() {
        return project.path()
                .map(file -> new ProjectTraining(project.project(), file, project.locator(), store(file), clock));
    }

    private Optional<InspectFiles> inspectFiles() {
        return project.path()
                .map(file -> new ProjectInspection(project.project(), file, project.locator(), store(file)));
    }

    private RunStore store(Path projectFile) {
        return RunStore.of(projectFile, SettingsStore.dataFolder(), clock);
    }
}
