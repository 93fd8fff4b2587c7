package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.app.canvas.ClassPalette;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;

/** A row of the region list: colour, class to choose, size. */
final class RegionRow extends ListCell<RegionId> {

    private final AnnotateModel model;
    private final ClassMenu classes;
    private final Circle dot = new Circle(5);
    private final MenuButton choice = new MenuButton();
    private final Label size = new Label();
    private final HBox row;

    RegionRow(AnnotateModel model, ClassMenu classes) {
        this.model = model;
        this.classes = classes;
        choice.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "class-choice");
        choice.setFocusTraversable(false);
        choice.setMnemonicParsing(false);
        size.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        size.setMinWidth(USE_PREF_SIZE);
        HBox middle = new HBox(choice);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        row = new HBox(6, dot, middle, size);
        row.setAlignment(Pos.CENTER_LEFT);
        choice.setOnShowing(event -> choice.getItems().setAll(classes.items(getItem())));
    }

    @Override
    protected void updateItem(RegionId id, boolean empty) {
        super.updateItem(id, empty);
        Optional<Region> region =
                empty || id == null ? Optional.empty() : model.image().flatMap(i -> i.region(id));
        setGraphic(region.isPresent() ? row : null);
        region.ifPresent(this::show);
    }

    /** Shows its region as it is now. */
    void refresh() {
        updateItem(getItem(), isEmpty());
    }

    private void show(Region region) {
        ClassScheme scheme = model.project().classesProperty().get();
        List<String> names = scheme.classes();
        String name = scheme.classOf(region);
        dot.setFill(ClassPalette.of(names.indexOf(name)));
        choice.setText(name);
        // A menu button without items does not open; the real ones are made when it does.
        if (choice.getItems().isEmpty()) {
            choice.getItems().setAll(classes.items(region.id()));
        }
        size.setText(RegionText.brief(region.shape()));
    }
}
