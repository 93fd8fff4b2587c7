package io.flamemark.app.train.dashboard;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.model.ShownRun;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent.EpochMeasured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * What the network found on a few validation images, epoch by epoch: a slider goes through the epochs and stays where it
 * is put while more come.
 */
final class PreviewPane extends BorderPane {

    private final FxTasks tasks;
    private final PreviewChoice choice = new PreviewChoice();
    private final Slider slider = new Slider(0, 0, 0);
    private final Label epoch = new Label();
    private final HBox head;
    private final PictureWall pictures = new PictureWall();
    private final Label empty = new Label("Pictures of the validation images appear after the first validated epoch.");
    private PreviewFiles files = PreviewFiles.NONE;
    private Optional<RunDirectory> run = Optional.empty();
    private int seenEpochs = -1;
    private int bestEpoch;
    private Optional<Job> listing = Optional.empty();
    private Optional<Job> reading = Optional.empty();
    private boolean following;

    PreviewPane(FxTasks tasks) {
        this.tasks = tasks;
        getStyleClass().add("preview-pane");
        slider.setId("preview-slider");
        slider.getStyleClass().add("small");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(220);
        slider.setMinWidth(80);
        slider.valueProperty().addListener((o, was, is) -> moved());
        epoch.setId("preview-epoch");
        epoch.setMinWidth(USE_PREF_SIZE);
        Label key = new Label("coloured: found, dashed white: your outlines");
        key.getStyleClass().addAll("text-small", "text-muted");
        head = new HBox(10, slider, epoch, key);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        empty.setWrapText(true);
        empty.getStyleClass().add("text-muted");
        setCenter(new StackPane(pictures, empty));
        setMinSize(0, 0);
        refresh();
    }

    /** Shows the pictures of a run; looks for new ones when it has told of another epoch. */
    void show(ShownRun shown) {
        boolean another = !run.equals(Optional.of(shown.directory()));
        if (another) {
            run = Optional.of(shown.directory());
            choice.restart();
            files = PreviewFiles.NONE;
            seenEpochs = -1;
            refresh();
        }
        int epochs = shown.history().epochs().size();
        bestEpoch = shown.history().best().map(EpochMeasured::epoch).orElse(0);
        if (epochs != seenEpochs) {
            seenEpochs = epochs;
            look(shown.directory());
        }
    }

    private void look(RunDirectory directory) {
        listing.ifPresent(Job::cancel);
        listing = Optional.of(tasks.task("Looking for pictures", progress -> PreviewFiles.of(directory))
                .unseen()
                .onSuccess(found -> {
                    files = found;
                    choice.offer(found.epochs());
                    refresh();
                })
                .onFailure(e -> empty.setText("The pictures cannot be read: " + e.getMessage()))
                .start());
    }

    private void moved() {
        if (!following && Math.round(slider.getValue()) != choice.index()) {
            choice.choose((int) Math.round(slider.getValue()));
            refresh();
        }
    }

    private void refresh() {
        boolean any = choice.index() >= 0;
        head.setVisible(any);
        pictures.setVisible(any);
        empty.setVisible(!any);
        // Moving the slider from here is no choice of the person's.
        following = true;
        slider.setMax(Math.max(1, choice.epochs().size() - 1));
        slider.setDisable(choice.epochs().size() < 2);
        slider.setValue(Math.max(0, choice.index()));
        following = false;
        choice.epoch().ifPresent(this::showEpoch);
    }

    private void showEpoch(int number) {
        epoch.setText("Epoch " + number + standing(number));
        reading.ifPresent(Job::cancel);
        List<Path> wanted = files.pictures().get(number);
        reading = Optional.of(tasks.task("Reading pictures", progress -> images(wanted))
                .unseen()
                .onSuccess(pictures::show)
                .onFailure(e -> epoch.setText("Epoch " + number + ": " + e.getMessage()))
                .start());
    }

    private String standing(int number) {
        String newest = choice.index() == choice.epochs().size() - 1 ? ", the newest" : "";
        return newest + (number == bestEpoch ? ", the best" : "");
    }

    private static List<Image> images(List<Path> files) throws IOException {
        List<Image> images = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                Image image = new Image(in);
                if (image.isError()) {
                    throw new IOException(file + " is no picture");
                }
                images.add(image);
            }
        }
        return images;
    }
}
