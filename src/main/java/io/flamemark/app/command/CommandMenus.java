package io.flamemark.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the menu bar. */
public final class CommandMenus {

    private CommandMenus() {}

    /**
     * One menu for each name that has commands, in this order; {@code Project/Recent} is a menu in a menu, which stands in
     * the section of its first command. With Alt each is chosen by a letter, and so is each item.
     */
    public static MenuBar bar(CommandRegistry registry, List<String> menus) {
        MenuBar bar = new MenuBar();
        Mnemonics letters = new Mnemonics();
        for (String name : menus) {
            Menu menu = menu(name, registry.all().stream().toList());
            if (!menu.getItems().isEmpty()) {
                mark(menu, Bindings.createStringBinding(() -> name), letters);
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    private static Menu menu(String path, List<Command> commands) {
        Menu menu = new Menu();
        Mnemonics letters = new Mnemonics();
        List<Command> sorted = commands.stream()
                .filter(c -> c.menu().equals(path) || c.menu().startsWith(path + "/"))
                .sorted(Comparator.comparingInt(Command::section))
                .toList();
        String inner = "";
        for (int i = 0; i < sorted.size(); i++) {
            Command command = sorted.get(i);
            if (i > 0 && command.section() != sorted.get(i - 1).section()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            if (command.menu().equals(path)) {
                menu.getItems().add(item(command, letters));
            } else if (!command.menu().equals(inner)) {
                inner = command.menu();
                menu.getItems().add(submenu(inner, path, sorted, letters));
            }
        }
        return menu;
    }

    private static Menu submenu(String path, String within, List<Command> commands, Mnemonics letters) {
        Menu submenu = menu(path, commands);
        String name = path.substring(within.length() + 1);
        mark(submenu, Bindings.createStringBinding(() -> name), letters);
        Observable[] inside =
                submenu.getItems().stream().map(MenuItem::disableProperty).toArray(Observable[]::new);
        submenu.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> submenu.getItems().stream().allMatch(MenuItem::isDisable), inside));
        return submenu;
    }

    /** A menu item that does the command; not shown while the command has no title. */
    private static MenuItem item(Command command, Mnemonics letters) {
        MenuItem item = new MenuItem();
        mark(item, command.title(), letters);
        item.visibleProperty()
                .bind(StringExpression.stringExpression(command.title()).isNotEmpty());
        item.setOnAction(event -> command.run());
        command.enabled().addListener((o, was, is) -> enable(item, command, is));
        enable(item, command, command.enabled().get());
        if (!command.icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.icon()));
        }
        return item;
    }

    private static void enable(MenuItem item, Command command, boolean enabled) {
        item.setDisable(!enabled);
        Optional<KeyCombination> keys = command.keys().stream().findFirst();
        // JavaFX swallows the keys of a disabled item too, and the keyboard could not move on with Tab.
        item.setAccelerator(keys.filter(it -> enabled || !movesFocus(it)).orElse(null));
    }

    private static boolean movesFocus(KeyCombination keys) {
        return keys instanceof KeyCodeCombination combination && combination.getCode() == KeyCode.TAB;
    }

    /** The letter is found for the title as it is now, and stays the same when that changes. */
    private static void mark(MenuItem item, ObservableStringValue title, Mnemonics letters) {
        Optional<Character> letter = letters.letterFor(title.get());
        item.setMnemonicParsing(letter.isPresent());
        item.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> letter.map(l -> Mnemonics.marked(title.get(), l)).orElse(title.get()), title));
    }
}
