package io.flamemark.app.annotate;

import io.flamemark.annotation.PictureAttributes;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import io.flamemark.edit.Edit;
import io.flamemark.edit.PictureEdits;
import java.util.Locale;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/** The commands of the Annotate workspace; most can be done only while it is in front. */
final class AnnotateCommands {

    private static final String EDIT = "Edit";
    private static final String VIEW = "View";
    private static final String ANNOTATE = "Annotate";

    private final AnnotateModel model;
    private final RegionActions actions;
    private final ViewOptions options;
    private final Viewport viewport;
    private final BooleanBinding inFront;
    private final BooleanBinding hasImage;
    private final BooleanBinding onCanvas;
    private final BooleanBinding hasSelection;

    private AnnotateCommands(
            AnnotateModel model,
            RegionActions actions,
            ViewOptions options,
            ImageCanvas canvas,
            ObservableBooleanValue front) {
        this.model = model;
        this.actions = actions;
        this.options = options;
        this.viewport = canvas.viewport();
        this.inFront = Bindings.createBooleanBinding(front::get, front);
        this.hasImage = inFront.and(model.imageProperty().isNotNull());
        this.onCanvas = hasImage.and(canvas.focusedProperty());
        this.hasSelection = inFront.and(
                Bindings.createBooleanBinding(() -> !model.selection().isEmpty(), model.selectionProperty()));
    }

    static void register(
            CommandRegistry registry,
            AnnotateModel model,
            RegionActions actions,
            ViewOptions options,
            ImageCanvas canvas,
            ObservableBooleanValue front) {
        AnnotateCommands commands = new AnnotateCommands(model, actions, options, canvas, front);
        commands.edit(registry);
        commands.view(registry);
        commands.annotate(registry);
        commands.classes(registry);
    }

    private void edit(CommandRegistry registry) {
        registry.add(
                onSelection("edit.copy", "Copy the region", "fth-copy", "Shortcut+C", "C")
                        .section(1)
                        .does(actions::copy),
                onImage("edit.paste", EDIT, "Paste the region", "fth-clipboard", "Shortcut+V", "V")
                        .section(1)
                        .enabledWhen(hasImage.and(Bindings.createBooleanBinding(
                                () -> !actions.copiedProperty().get().isEmpty(), actions.copiedProperty())))
                        .does(() -> actions.paste(viewport.scale())),
                onSelection("edit.delete", "Delete the region", "fth-trash-2", "Delete", "D")
                        .section(1)
                        .does(actions::delete),
                onImage("edit.select-all", EDIT, "Select all regions", "", "Shortcut+A", "A")
                        .section(2)
                        .does(actions::selectAll),
                onImage("edit.next-region", EDIT, "Select the next region", "", "Tab")
                        .section(2)
                        .enabledWhen(onCanvas)
                        .does(() -> actions.selectNext(1)),
                onImage("edit.previous-region", EDIT, "Select the previous region", "", "Shift+Tab")
                        .section(2)
                        .enabledWhen(onCanvas)
                        .does(() -> actions.selectNext(-1)));
        nudge(registry, "Left", -1, 0);
        nudge(registry, "Right", 1, 0);
        nudge(registry, "Up", 0, -1);
        nudge(registry, "Down", 0, 1);
    }

    private void nudge(CommandRegistry registry, String way, int dx, int dy) {
        String name = way.toLowerCase(Locale.ROOT);
        registry.add(
                onSelection("edit.nudge-" + name, "Move the region " + name + " by 1 pixel", "", way)
                        .menu("")
                        .does(() -> actions.nudge(dx, dy, viewport.scale())),
                onSelection("edit.nudge-far-" + name, "Move the region " + name + " by 10 pixels", "", "Shift+" + way)
                        .menu("")
                        .does(() -> actions.nudge(10 * dx, 10 * dy, viewport.scale())));
    }

    private void view(CommandRegistry registry) {
        registry.add(
                onImage("view.zoom-in", VIEW, "Zoom in", "fth-zoom-in", "Plus", "Equals", "Add", "Shortcut+Plus")
                        .section(1)
                        .does(() -> viewport.zoom(Viewport.STEP)),
                onImage("view.zoom-out", VIEW, "Zoom out", "fth-zoom-out", "Minus", "Subtract", "Shortcut+Minus")
                        .section(1)
                        .does(() -> viewport.zoom(1 / Viewport.STEP)),
                onImage("view.fit", VIEW, "Fit the image", "fth-maximize", "F", "0")
                        .section(1)
                        .does(viewport::fit),
                onImage("view.actual", VIEW, "Actual size", "", "Shift+F", "Shortcut+0")
                        .section(1)
                        .does(viewport::actualSize),
                onImage("view.regions", VIEW, "Show or hide regions", "fth-eye", "B")
                        .section(2)
                        .does(() -> flip(options.regionsProperty())),
                onImage("view.labels", VIEW, "Show or hide class names", "fth-tag", "L")
                        .section(2)
                        .does(() -> flip(options.labelsProperty())),
                Command.of("view.as-stored", orientationTitle())
                        .menu(VIEW)
                        .section(2)
                        .icon("fth-rotate-cw")
                        .enabledWhen(hasImage)
                        .does(() -> model.apply(
                                PictureEdits.orientation(model.project().project(), isAsStored()))));
    }

    /** The project's images are turned by their EXIF data or taken as stored; the command changes that. */
    private ObservableStringValue orientationTitle() {
        return Bindings.createStringBinding(
                () -> isAsStored() ? "Turn images by their EXIF data" : "Show images as stored", model.imageProperty());
    }

    private boolean isAsStored() {
        return model.image().map(image -> !PictureAttributes.isUpright(image)).orElse(false);
    }

    private void annotate(CommandRegistry registry) {
        registry.add(
                onImage("annotate.select", ANNOTATE, "Select and change", "fth-mouse-pointer", "S")
                        .does(() -> model.choose(new SelectTool())),
                onImage("annotate.draw", ANNOTATE, "Draw a polygon", "fth-edit-3", "W", "Shortcut+N")
                        .does(() -> model.choose(new PolygonTool())),
                onImage("annotate.next", ANNOTATE, "Next image", "fth-chevron-right", "N", "Right", "Page Down")
                        .section(1)
                        .does(() -> model.go(1)),
                onImage("annotate.previous", ANNOTATE, "Previous image", "fth-chevron-left", "P", "Left", "Page Up")
                        .section(1)
                        .does(() -> model.go(-1)),
                onImage("annotate.first", ANNOTATE, "First image", "", "Home")
                        .section(1)
                        .does(() -> model.go(-Integer.MAX_VALUE / 2)),
                onImage("annotate.last", ANNOTATE, "Last image", "", "End")
                        .section(1)
                        .does(() -> model.go(Integer.MAX_VALUE / 2)),
                onImage("annotate.remove-image", ANNOTATE, "Remove the image from the project", "")
                        .section(2)
                        .does(() -> model.image().ifPresent(i -> model.apply(new Edit.RemoveImages(Set.of(i.id()))))));
    }

    private void classes(CommandRegistry registry) {
        for (int i = 0; i < 9; i++) {
            int index = i;
            registry.add(onImage("annotate.class-" + (i + 1), "", "Class " + (i + 1), "", String.valueOf(i + 1))
                    .does(() -> actions.assignClass(index)));
        }
    }

    private Command.Builder onImage(String id, String menu, String title, String icon, String... keys) {
        return Command.of(id, title).menu(menu).icon(icon).keys(keys).enabledWhen(hasImage);
    }

    private Command.Builder onSelection(String id, String title, String icon, String... keys) {
        return onImage(id, EDIT, title, icon, keys).enabledWhen(hasSelection);
    }

    private static void flip(BooleanProperty option) {
        option.set(!option.get());
    }
}
