package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which images the list shows, and what comes next. */
final class ImageListModel {

    /** The usual questions about images. */
    enum Preset {
        ALL("All images"),
        WITHOUT_REGIONS("Without regions"),
        WITH_REGIONS("With regions"),
        TRAIN("Train"),
        VAL("Validation"),
        TEST("Test"),
        NO_SPLIT("Without a split");

        private final String title;

        Preset(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }

        boolean accepts(ImageEntry image) {
            Optional<String> split = SplitAttribute.of(image);
            return switch (this) {
                case ALL -> true;
                case WITHOUT_REGIONS -> image.regions().isEmpty();
                case WITH_REGIONS -> !image.regions().isEmpty();
                case TRAIN -> split.filter("train"::equals).isPresent();
                case VAL -> split.filter("val"::equals).isPresent();
                case TEST -> split.filter("test"::equals).isPresent();
                case NO_SPLIT -> split.isEmpty();
            };
        }
    }

    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.ALL);
    private final ObservableList<ImageId> shown = FXCollections.observableArrayList();
    private Optional<Path> file = Optional.empty();
    private Project project = Project.empty("");
    private ImageId current;

    /**
     * The image to begin with in a project that was opened: the first, or null; where the file is opened once more, the
     * one that was being looked at.
     */
    ImageEntry startOf(Project opened, Optional<Path> from, Optional<ImageEntry> was) {
        boolean again = from.isPresent() && from.equals(file);
        file = from;
        return was.filter(image -> again)
                .flatMap(image -> opened.image(image.id()))
                .orElse(opened.images().isEmpty() ? null : opened.images().get(0));
    }

    ImageListModel() {
        text.addListener((o, was, is) -> filter(false));
        preset.addListener((o, was, is) -> filter(false));
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** The images that pass the filter, in the project's order. */
    ObservableList<ImageId> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    /** The project changed. The current image stays in the list: drawing on it must not make it vanish. */
    void update(Project next, ImageId currentImage) {
        project = next;
        current = currentImage;
        filter(true);
    }

    /** The image {@code steps} after the current one in the list, ending at either end of it. */
    Optional<ImageId> neighbour(int steps) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int at = shown.indexOf(current);
        int wanted = at < 0 ? 0 : Math.max(0, Math.min(shown.size() - 1, at + steps));
        return Optional.of(shown.get(wanted)).filter(id -> !id.equals(current));
    }

    private void filter(boolean keepCurrent) {
        List<ImageId> next = project.images().stream()
                .filter(i -> accepts(i) || keepCurrent && i.id().equals(current) && shown.contains(current))
                .map(ImageEntry::id)
                .toList();
        if (!next.equals(shown)) {
            shown.setAll(next);
        }
    }

    private boolean accepts(ImageEntry image) {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return preset.get().accepts(image)
                && image.filename().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
