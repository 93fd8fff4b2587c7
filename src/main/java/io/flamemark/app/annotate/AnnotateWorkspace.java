package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.app.shell.Workspace;
import io.flamemark.app.task.FxTasks;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Annotate: the images on the left, the canvas in the middle, the regions on the right. */
public final class AnnotateWorkspace implements Workspace {

    private static final double IMAGES_WIDTH = 268;
    private static final double REGIONS_WIDTH = 236;
    /** In a small window the panels leave more to the image. */
    private static final double ROOMY = 1100;

    private static final double NARROW = 0.88;

    private final SplitPane content = new SplitPane();
    private final AnnotateModel model;
    private final CanvasPane canvas;
    private final BooleanProperty inFront = new SimpleBooleanProperty();

    /** @param askClassName asks the person for the name of a new class */
    public AnnotateWorkspace(
            ProjectModel project, FxTasks tasks, CommandRegistry commands, Supplier<Optional<String>> askClassName) {
        model = new AnnotateModel(project, new Pictures(tasks, project::locator));
        RegionActions actions = new RegionActions(model);
        ViewOptions options = new ViewOptions();
        ClassMenu classes = new ClassMenu(model, actions, askClassName);
        canvas = new CanvasPane(model, options, commands);
        AnnotateCommands.register(commands, model, actions, options, canvas.canvas(), inFront);
        canvas.getChildren()
                .addAll(
                        new ZoomPill(commands, canvas.canvas().viewport(), canvas.hasPicture()),
                        new PicturePill(model, canvas));
        BorderPane middle = new BorderPane(canvas);
        middle.setTop(new AnnotateToolbar(model, commands, classes));
        ImageListPane images = new ImageListPane(model, tasks);
        VBox side = new VBox(new RegionListPane(model, classes), new InfoPane(model));
        side.getStyleClass().addAll("side-panel", "region-panel");
        images.setMinWidth(210);
        side.setMinWidth(200);
        middle.setMinWidth(320);
        SplitPane.setResizableWithParent(images, false);
        SplitPane.setResizableWithParent(side, false);
        content.getItems().addAll(images, middle, side);
        content.getStyleClass().add("workspace-split");
        content.widthProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number was, Number is) {
                // Once: from then on the panels keep the width the person gives them.
                content.widthProperty().removeListener(this);
                double all = is.doubleValue();
                double scale = all < ROOMY ? NARROW : 1;
                content.setDividerPositions(scale * IMAGES_WIDTH / all, 1 - scale * REGIONS_WIDTH / all);
            }
        });
    }

    /** Says on the canvas while a project is being opened. */
    public void whileOpening(ObservableBooleanValue opening) {
        canvas.whileOpening(opening);
    }

    /**
     * Brings an image onto the canvas, and selects one of its regions.
     *
     * @param region its index within the image; empty for none
     */
    public void show(ImageId image, OptionalInt region) {
        model.show(image);
        model.image()
                .filter(entry -> entry.id().equals(image) && region.isPresent())
                .map(ImageEntry::regions)
                .filter(regions -> region.getAsInt() < regions.size())
                .ifPresent(regions ->
                        model.select(Set.of(regions.get(region.getAsInt()).id())));
    }

    @Override
    public String title() {
        return "Annotate";
    }

    @Override
    public String iconLiteral() {
        return "fth-edit-3";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        inFront.set(true);
        canvas.canvas().requestFocus();
    }

    @Override
    public void hidden() {
        inFront.set(false);
    }
}
