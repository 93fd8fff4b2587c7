package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two buttons: the images as a list or as a grid. */
final class LayoutSwitch extends HBox {

    /** How the images are laid out. */
    enum Layout {
        LIST("fth-list", "Images as a list", Styles.LEFT_PILL),
        GRID("fth-grid", "Images as a grid", Styles.RIGHT_PILL);

        private final String icon;
        private final String title;
        private final String pill;

        Layout(String icon, String title, String pill) {
            this.icon = icon;
            this.title = title;
            this.pill = pill;
        }
    }

    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.LIST);

    LayoutSwitch() {
        getStyleClass().add("layout-switch");
        setMinWidth(Region.USE_PREF_SIZE);
        for (Layout each : Layout.values()) {
            getChildren().add(button(each));
        }
    }

    /** The layout chosen. */
    ReadOnlyObjectProperty<Layout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    private ToggleButton button(Layout each) {
        ToggleButton button = new ToggleButton(null, new FontIcon(each.icon));
        button.setId("images-as-" + each.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, each.pill);
        button.setTooltip(new Tooltip(each.title));
        button.setAccessibleText(each.title);
        button.setFocusTraversable(false);
        button.setToggleGroup(group);
        button.setSelected(each == layout.get());
        button.setOnAction(event -> {
            // The button that is on stays on.
            button.setSelected(true);
            layout.set(each);
        });
        return button;
    }
}
