package io.flamemark.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {

    private final CommandRegistry registry = new CommandRegistry();
    private final List<String> done = new ArrayList<>();
    private final BooleanProperty front = new SimpleBooleanProperty(true);

    @Test
    @DisplayName("of two commands with the same key the one that can be done now is meant")
    void sharedKey() {
        Command nudge =
                Command.of("nudge", "Nudge").keys("Right").enabledWhen(front).does(() -> done.add("nudge"));
        Command next = Command.of("next", "Next").keys("N", "Right").does(() -> done.add("next"));
        registry.add(nudge, next);
        assertEquals(Optional.of(nudge), registry.matching(press(KeyCode.RIGHT, false)));
        front.set(false);
        assertEquals(Optional.of(next), registry.matching(press(KeyCode.RIGHT, false)));
        assertTrue(registry.matching(press(KeyCode.RIGHT, true)).isEmpty());
    }

    @Test
    @DisplayName("a disabled command does nothing, whoever calls it")
    void disabled() {
        Command command = Command.of("a", "A").enabledWhen(front).does(() -> done.add("a"));
        front.set(false);
        command.run();
        assertTrue(done.isEmpty());
        front.set(true);
        command.run();
        assertEquals(List.of("a"), done);
    }

    @Test
    @DisplayName("each id is given once and known afterwards")
    void ids() {
        Command command = Command.of("a", "A").does(() -> {});
        registry.add(command);
        assertEquals(command, registry.get("a"));
        assertThrows(IllegalArgumentException.class, () -> registry.add(command));
        assertThrows(IllegalArgumentException.class, () -> registry.get("b"));
    }

    private static KeyEvent press(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }
}
