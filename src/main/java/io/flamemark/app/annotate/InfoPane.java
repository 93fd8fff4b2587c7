package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.edit.SplitEdits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is known of the selected region and of the image, and the image's split to choose. */
final class InfoPane extends VBox {

    private static final Map<String, String> SPLIT_TITLES = Map.of("train", "Train", "val", "Validate", "test", "Test");

    private final AnnotateModel model;
    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final ToggleGroup split = new ToggleGroup();

    InfoPane(AnnotateModel model) {
        this.model = model;
        getStyleClass().add("info-pane");
        title.getStyleClass().add("panel-title");
        facts.setHgap(12);
        facts.setVgap(5);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(60);
        facts.getColumnConstraints().setAll(names, values);
        Label splitTitle = new Label("Used for");
        splitTitle.getStyleClass().add("panel-title");
        getChildren().addAll(title, facts, splitTitle, splitChoice());
        model.imageProperty().addListener((o, was, is) -> show());
        model.selectionProperty().addListener((o, was, is) -> show());
        model.pictureProperty().addListener((o, was, is) -> show());
        show();
    }

    private HBox splitChoice() {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < SplitAttribute.VALUES.size(); i++) {
            String value = SplitAttribute.VALUES.get(i);
            ToggleButton button = new ToggleButton(SPLIT_TITLES.get(value));
            button.setId("split-" + value);
            button.setUserData(value);
            button.setToggleGroup(split);
            button.setFocusTraversable(false);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass()
                    .addAll(Styles.SMALL, i == 0 ? Styles.LEFT_PILL : i == 1 ? Styles.CENTER_PILL : Styles.RIGHT_PILL);
            button.setOnAction(event -> assign(button.isSelected() ? Optional.of(value) : Optional.empty()));
            HBox.setHgrow(button, Priority.ALWAYS);
            box.getChildren().add(button);
        }
        return box;
    }

    private void assign(Optional<String> value) {
        model.image()
                .ifPresent(
                        image -> model.apply(SplitEdits.assign(model.project().project(), Set.of(image.id()), value)));
    }

    private void show() {
        Optional<ImageEntry> image = model.image();
        setDisable(image.isEmpty());
        Optional<Region> region = model.selection().size() == 1
                ? image.flatMap(i -> i.region(model.selection().iterator().next()))
                : Optional.empty();
        title.setText(region.isPresent() ? "Region" : "Image");
        show(region.map(Region::shape)
                .map(InfoPane::factsOf)
                .orElseGet(() -> image.map(this::factsOf).orElse(Map.of())));
        String current = image.flatMap(SplitAttribute::of).orElse("");
        split.getToggles().forEach(t -> t.setSelected(t.getUserData().equals(current)));
    }

    private static Map<String, String> factsOf(Shape shape) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Shape", RegionText.kind(shape));
        if (shape instanceof Shape.Polygon polygon) {
            facts.put("Points", String.valueOf(polygon.outline().size()));
        }
        facts.put("Extent", RegionText.extent(shape));
        facts.put("Corner", RegionText.place(shape));
        facts.put("Area", RegionText.area(shape));
        return facts;
    }

    private Map<String, String> factsOf(ImageEntry image) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Name", image.filename());
        if (model.pictureProperty().get() instanceof Picture.Ready ready) {
            facts.put("Size", "%s × %s px".formatted((int) ready.image().getWidth(), (int)
                            ready.image().getHeight()));
        }
        facts.put("Regions", String.valueOf(image.regions().size()));
        return facts;
    }

    private void show(Map<String, String> values) {
        facts.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : values.entrySet()) {
            if (!fact.getValue().isEmpty()) {
                Label name = new Label(fact.getKey());
                name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
                Label value = new Label(fact.getValue());
                value.getStyleClass().add(Styles.TEXT_SMALL);
                value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                value.setTooltip(new Tooltip(fact.getValue()));
                facts.addRow(row++, name, value);
            }
        }
    }
}
