package io.flamemark.app.train.start;

import io.flamemark.app.train.model.Preset;
import io.flamemark.app.train.model.Setup;
import io.flamemark.run.PresetChoice;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** The presets as cards, one of them chosen. */
final class PresetCards extends VBox {

    private static final double TEXT_WIDTH = 258;

    private final Map<Preset, ToggleButton> cards = new EnumMap<>(Preset.class);

    private final Map<Preset, Label> durations = new EnumMap<>(Preset.class);
    private final Map<Preset, Label> badges = new EnumMap<>(Preset.class);

    PresetCards(Setup setup) {
        super(8);
        ObjectProperty<Preset> chosen = setup.presetProperty();
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Preset.values()) {
            ToggleButton card = card(preset);
            card.setToggleGroup(group);
            cards.put(preset, card);
            getChildren().add(card);
        }
        chosen.addListener((o, was, is) -> cards.get(is).setSelected(true));
        cards.get(chosen.get()).setSelected(true);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else {
                chosen.set((Preset) is.getUserData());
            }
        });
        setup.choiceProperty().addListener((o, was, is) -> show(is));
        show(setup.choiceProperty().get());
    }

    /** What each would take, as far as that is known. */
    private void show(PresetChoice choice) {
        durations.forEach((preset, label) -> label.setText(choice == null ? "" : words(choice.offer(preset.key()))));
        badges.forEach(
                (preset, badge) -> badge.setVisible(choice != null && Preset.of(choice.recommended()) == preset));
    }

    private static String words(PresetChoice.Offer offer) {
        return offer.fits() ? offer.estimate().timeInWords() : "too large for the memory";
    }

    private ToggleButton card(Preset preset) {
        Label title = new Label(preset.title());
        title.getStyleClass().add("preset-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label duration = new Label();
        duration.getStyleClass().addAll("text-small", "text-muted");
        durations.put(preset, duration);
        Label badge = new Label("recommended");
        badge.getStyleClass().add("preset-badge");
        badge.managedProperty().bind(badge.visibleProperty());
        badges.put(preset, badge);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox head = new HBox(8, title, badge, room, duration);
        head.setAlignment(Pos.BASELINE_LEFT);
        // Text, not a label: a button does not tell its graphic how wide it may be, so a label would not know its
        // height.
        Text sentence = new Text(preset.sentence());
        sentence.setWrappingWidth(TEXT_WIDTH);
        sentence.getStyleClass().addAll("text", "preset-sentence");
        VBox content = new VBox(2, head, sentence);
        content.setPrefWidth(TEXT_WIDTH);
        ToggleButton card = new ToggleButton();
        card.setId("preset-" + preset.key());
        card.setAccessibleText(preset.title() + ": " + preset.sentence());
        card.setGraphic(content);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setUserData(preset);
        card.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().add("preset-card");
        return card;
    }
}
