package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.app.project.ProjectModel;
import io.flamemark.dataset.PictureOf;
import io.flamemark.edit.ClassEdits;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditResult;
import io.flamemark.edit.EditSession;
import io.flamemark.imaging.Levels;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;

/** What the Annotate workspace shows and does, apart from how it looks: current image, selection, tool, hint. */
final class AnnotateModel {

    private final ProjectModel project;
    private final Pictures pictures;
    private final ImageListModel images = new ImageListModel();
    private final ReadOnlyObjectWrapper<ImageEntry> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(new Picture.Nothing());
    private final ReadOnlyObjectWrapper<Set<RegionId>> selection = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Tool> tool = new ReadOnlyObjectWrapper<>(new SelectTool());
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Levels> levels = new ReadOnlyObjectWrapper<>(Levels.FULL);
    private final StringProperty activeClass = new SimpleStringProperty("");

    AnnotateModel(ProjectModel project, Pictures pictures) {
        this.project = project;
        this.pictures = pictures;
        project.addListener(this::edited);
        project.onOpened(this::opened);
        opened();
    }

    ProjectModel project() {
        return project;
    }

    ImageListModel images() {
        return images;
    }

    /** The current image as it is annotated now, or null. */
    ReadOnlyObjectProperty<ImageEntry> imageProperty() {
        return image.getReadOnlyProperty();
    }

    Optional<ImageEntry> image() {
        return Optional.ofNullable(image.get());
    }

    /** What the canvas shows. */
    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The levels at which pictures of 16 bits are shown; they stay from one image to the next. */
    ReadOnlyObjectProperty<Levels> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    /** Shows pictures of 16 bits at other levels. */
    void level(Levels next) {
        if (!next.equals(levels.get())) {
            levels.set(next);
            applyLevels();
        }
    }

    ReadOnlyObjectProperty<Set<RegionId>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    Set<RegionId> selection() {
        return selection.get();
    }

    ReadOnlyObjectProperty<Tool> toolProperty() {
        return tool.getReadOnlyProperty();
    }

    Tool tool() {
        return tool.get();
    }

    /** A sentence on why something did not happen, or empty. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The class of the regions drawn next. */
    StringProperty activeClassProperty() {
        return activeClass;
    }

    /** Makes an image the current one. Not while a polygon is half drawn: that would lose it. */
    void show(ImageId id) {
        if (image().map(ImageEntry::id).filter(id::equals).isPresent()) {
            return;
        }
        if (isDrawing()) {
            say("Finish the polygon with Enter, or leave it with Esc, before going to another image.");
            return;
        }
        project.project().image(id).ifPresent(entry -> {
            select(Set.of());
            restTool();
            say("");
            images.update(project.project(), id);
            image.set(entry);
            readPicture(entry);
        });
    }

    /** Goes so many images forth or back in the list. */
    void go(int steps) {
        images.neighbour(steps).ifPresent(this::show);
    }

    void select(Set<RegionId> regions) {
        if (!regions.equals(selection.get())) {
            selection.set(Set.copyOf(regions));
        }
    }

    void choose(Tool next) {
        tool.set(next);
        say("");
    }

    /** Gives an input to the tool and does what comes of it. */
    void input(Input input, double scale) {
        context(scale).ifPresent(context -> {
            Step step = tool().on(input, context);
            tool.set(step.next());
            if (!(input instanceof Input.Move || input instanceof Input.Leave || input instanceof Input.Release)) {
                say("");
            }
            step.hint().ifPresent(this::say);
            step.edit().ifPresent(this::apply);
            step.selection().ifPresent(this::select);
        });
    }

    /** What a tool may know now; empty while no image is shown. */
    Optional<ToolContext> context(double scale) {
        if (image.get() == null || !(picture.get() instanceof Picture.Ready ready)) {
            return Optional.empty();
        }
        Image shown = ready.image();
        return Optional.of(new ToolContext(
                image.get(),
                shown.getWidth(),
                shown.getHeight(),
                scale,
                selection(),
                () -> ClassEdits.newRegion(project.project(), activeClass.get()),
                project.session()::newRegionId));
    }

    /** Edits the project; a refusal becomes the hint. */
    void apply(Edit edit) {
        if (project.apply(edit) instanceof EditResult.Refused refused) {
            say(refused.reason());
        }
    }

    void say(String sentence) {
        hint.set(sentence);
    }

    private void opened() {
        pictures.forget();
        select(Set.of());
        tool.set(new SelectTool());
        say("");
        Project opened = project.project();
        activeClass.set(project.classesProperty().get().classes().get(0));
        ImageEntry start = images.startOf(opened, project.path(), image());
        images.update(opened, start == null ? null : start.id());
        image.set(start);
        readPicture(start);
    }

    private void edited(EditSession.Change change) {
        boolean travels = change.cause() == EditSession.Cause.UNDONE || change.cause() == EditSession.Cause.REDONE;
        if (travels && !isDrawing()) {
            restTool();
        }
        ImageId was = image().map(ImageEntry::id).orElse(null);
        ImageEntry now = currentAfter(change, travels);
        if (now == null || !now.id().equals(was)) {
            select(Set.of());
            restTool();
            readPicture(now);
        } else if (!PictureOf.rendering(now).equals(PictureOf.rendering(image.get()))) {
            readPicture(now);
        }
        images.update(change.after(), now == null ? null : now.id());
        image.set(now);
        select(existing(travels ? change.touched().regions() : selection(), now));
    }

    /** The image to show: the one an undo changed, else the same as before, else its neighbour. */
    private ImageEntry currentAfter(EditSession.Change change, boolean travels) {
        ImageId was = image().map(ImageEntry::id).orElse(null);
        Set<ImageId> touched = change.touched().images();
        if (travels && !touched.isEmpty() && !touched.contains(was)) {
            Optional<ImageEntry> there = change.after().images().stream()
                    .filter(i -> touched.contains(i.id()))
                    .findFirst();
            if (there.isPresent()) {
                return there.get();
            }
        }
        Optional<ImageEntry> same =
                was == null ? Optional.empty() : change.after().image(was);
        return same.or(() -> images.neighbour(1).flatMap(change.after()::image))
                .or(() -> change.after().images().stream().findFirst())
                .orElse(null);
    }

    private static Set<RegionId> existing(Set<RegionId> wanted, ImageEntry entry) {
        if (entry == null) {
            return Set.of();
        }
        Set<RegionId> present = entry.regions().stream().map(Region::id).collect(Collectors.toSet());
        Set<RegionId> kept = new LinkedHashSet<>(wanted);
        kept.retainAll(present);
        return kept;
    }

    /** Whether a polygon is half drawn. */
    boolean isDrawing() {
        return tool() instanceof PolygonTool drawing && drawing.isDrawing();
    }

    /** Ends what the tool was in the middle of. */
    private void restTool() {
        tool.set(tool().draws() ? new PolygonTool() : new SelectTool());
    }

    private void readPicture(ImageEntry entry) {
        if (entry == null) {
            picture.set(new Picture.Nothing());
            return;
        }
        pictures.read(entry, shown -> {
            picture.set(shown);
            if (shown instanceof Picture.Ready ready) {
                ready(ready);
            }
        });
    }

    private void ready(Picture.Ready ready) {
        if (ready.details().otherWayUp()) {
            say("The regions were drawn on this picture turned otherwise; the View menu has a command to turn it.");
        }
        if (!levels.get().equals(Levels.FULL)) {
            applyLevels();
        }
        images.neighbour(1).flatMap(project.project()::image).ifPresent(pictures::readAhead);
    }

    private void applyLevels() {
        if (picture.get() instanceof Picture.Ready ready) {
            ready.details()
                    .deep()
                    .ifPresent(samples -> pictures.level(ready, samples, levels.get(), levelled -> {
                        if (ready.isSameAs(picture.get())) {
                            picture.set(levelled);
                        }
                    }));
        }
    }
}
