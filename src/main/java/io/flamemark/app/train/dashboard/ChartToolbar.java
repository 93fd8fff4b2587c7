package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.ChartView;
import io.flamemark.app.chart.Smoothing;
import io.flamemark.app.train.model.Words;
import io.flamemark.settings.Settings.Charts;
import io.flamemark.settings.Settings.Charts.Axis;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How all charts are drawn: what the horizontal axis counts, the vertical scale, the smoothing; and the way back from a zoom. */
final class ChartToolbar extends HBox {

    private final ObjectProperty<Charts> look;
    private final ChartView view;

    ChartToolbar(ObjectProperty<Charts> look, ChartView view) {
        super(8);
        this.look = look;
        this.view = view;
        getStyleClass().add("chart-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        getChildren().addAll(axis(), scale(), word("Smoothing"), smoothing(), strength(), room, showAll());
    }

    private HBox axis() {
        ToggleGroup group = new ToggleGroup();
        return pills(
                choice("Steps", "axis-step", group, look.get().axis() == Axis.STEP, () -> setAxis(Axis.STEP)),
                choice("Epochs", "axis-epoch", group, look.get().axis() == Axis.EPOCH, () -> setAxis(Axis.EPOCH)),
                choice("Time", "axis-time", group, look.get().axis() == Axis.TIME, () -> setAxis(Axis.TIME)));
    }

    private HBox scale() {
        ToggleGroup group = new ToggleGroup();
        HBox pills = pills(
                choice("Linear", "scale-linear", group, !look.get().log(), () -> setLog(false)),
                choice("Log", "scale-log", group, look.get().log(), () -> setLog(true)));
        Tooltip.install(pills, new Tooltip("The vertical scale of the losses"));
        return pills;
    }

    private static HBox pills(ToggleButton... buttons) {
        buttons[0].getStyleClass().add("left-pill");
        for (int i = 1; i < buttons.length - 1; i++) {
            buttons[i].getStyleClass().add("center-pill");
        }
        buttons[buttons.length - 1].getStyleClass().add("right-pill");
        return new HBox(buttons);
    }

    /** One of several, of which there is always one. */
    private static ToggleButton choice(String text, String id, ToggleGroup group, boolean chosen, Runnable choose) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setToggleGroup(group);
        button.setSelected(chosen);
        button.setMinWidth(USE_PREF_SIZE);
        // A click on the chosen one must not lift it; the arrows choose without a click.
        button.setOnAction(event -> button.setSelected(true));
        button.selectedProperty().addListener((o, was, is) -> {
            if (is) {
                choose.run();
            }
        });
        return button;
    }

    private Slider smoothing() {
        Slider slider = new Slider(0, Smoothing.STRONGEST, look.get().smoothing());
        slider.setId("smoothing");
        slider.getStyleClass().add("small");
        slider.setPrefWidth(120);
        slider.setMinWidth(60);
        slider.setBlockIncrement(0.05);
        slider.setTooltip(new Tooltip("How calm the curves are drawn; the raw values stay faintly behind. "
                + "The learning rate is never smoothed."));
        slider.valueProperty().addListener((o, was, is) -> {
            Charts now = look.get();
            look.set(new Charts(now.axis(), now.log(), Math.round(is.doubleValue() * 100) / 100.0));
        });
        return slider;
    }

    private Label strength() {
        Label label = word(text(look.get()));
        label.setMinWidth(32);
        look.addListener((o, was, is) -> label.setText(text(is)));
        return label;
    }

    private static String text(Charts look) {
        return look.smoothing() == 0 ? "off" : String.format(Locale.ROOT, "%.2f", look.smoothing());
    }

    private Button showAll() {
        Button button = new Button("Show all");
        button.setId("show-all");
        button.getStyleClass().add("small");
        button.setTooltip(
                new Tooltip(Words.inLines("Or double click a chart. Turn the wheel or drag to zoom, drag with Shift to"
                        + " move; by keyboard plus and minus, the arrows with Shift, and Home.")));
        button.setOnAction(event -> view.showAll());
        button.setVisible(view.isZoomed());
        button.setMinWidth(USE_PREF_SIZE);
        view.onChange(() -> button.setVisible(view.isZoomed()));
        return button;
    }

    private static Label word(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A stretch of steps means nothing in epochs or seconds. */
    private void setAxis(Axis axis) {
        if (axis == look.get().axis()) {
            return;
        }
        view.showAll();
        look.set(new Charts(axis, look.get().log(), look.get().smoothing()));
    }

    private void setLog(boolean log) {
        look.set(new Charts(look.get().axis(), log, look.get().smoothing()));
    }
}
