package io.flamemark.app.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** All commands of the window, in the order they were added, which is their order in each section of a menu. */
public final class CommandRegistry {

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /**
     * Adds commands.
     *
     * @throws IllegalArgumentException if an id is taken
     */
    public void add(Command... added) {
        for (Command command : added) {
            if (commands.putIfAbsent(command.id(), command) != null) {
                throw new IllegalArgumentException("two commands named " + command.id());
            }
        }
    }

    /**
     * The command of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Command get(String id) {
        Command command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command named " + id);
        }
        return command;
    }

    public Collection<Command> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /** The enabled command that a key press means. Two may share keys when never enabled together. */
    public Optional<Command> matching(KeyEvent press) {
        return commands.values().stream()
                .filter(c -> c.keys().stream().anyMatch(k -> k.match(press)))
                .filter(c -> c.enabled().get())
                .findFirst();
    }
}
