package io.flamemark.app.command;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;

/**
 * One thing a person can do, apart from where it is offered.
 *
 * @param id unique and stable: {@code project.save}
 * @param menu the menu it belongs to; empty keeps it out of the menus
 * @param section which part of the menu, counted from above; lines divide them
 * @param title what it is called, may change with time ({@code Undo draw a polygon})
 * @param icon Ikonli's name ({@code fth-save}), or empty
 * @param keys shortcuts; the first is the one shown
 * @param enabled when it can be done
 */
public record Command(
        String id,
        String menu,
        int section,
        ObservableStringValue title,
        String icon,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {

    public Command {
        keys = List.copyOf(keys);
    }

    /** Starts the description of a command with a fixed title. */
    public static Builder of(String id, String title) {
        return new Builder(id, Bindings.createStringBinding(() -> title));
    }

    /** Starts the description of a command whose title changes. */
    public static Builder of(String id, ObservableStringValue title) {
        return new Builder(id, title);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** The shortcut to show, or empty. */
    public String shortcutText() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }

    /** Describes a command step by step; {@link #does} ends it. */
    public static final class Builder {
        private final String id;
        private final ObservableStringValue title;
        private String menu = "";
        private int section;
        private String icon = "";
        private List<KeyCombination> keys = List.of();
        private ObservableBooleanValue enabled = Bindings.createBooleanBinding(() -> true);

        private Builder(String id, ObservableStringValue title) {
            this.id = id;
            this.title = title;
        }

        public Builder menu(String value) {
            menu = value;
            return this;
        }

        public Builder section(int value) {
            section = value;
            return this;
        }

        public Builder icon(String value) {
            icon = value;
            return this;
        }

        /** JavaFX's notation, {@code Shortcut+Shift+P}; {@code Shortcut} is Ctrl, or Cmd on a Mac. */
        public Builder keys(String... values) {
            keys = List.of(values).stream().map(KeyCombination::valueOf).toList();
            return this;
        }

        public Builder enabledWhen(ObservableBooleanValue value) {
            enabled = value;
            return this;
        }

        public Command does(Runnable action) {
            return new Command(id, menu, section, title, icon, keys, enabled, action);
        }
    }
}
