package io.flamemark.app.command;

import java.util.List;
import javafx.beans.binding.StringExpression;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the menu bar. */
public final class CommandMenus {

    private CommandMenus() {}

    /** One menu for each name that has commands, in this order; {@code Project/Recent} is a menu in a menu. */
    public static MenuBar bar(CommandRegistry registry, List<String> menus) {
        MenuBar bar = new MenuBar();
        for (String name : menus) {
            Menu menu = new Menu(name);
            registry.all().forEach(command -> add(command, name, menu));
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    private static void add(Command command, String name, Menu menu) {
        if (command.menu().equals(name)) {
            menu.getItems().add(item(command));
        } else if (command.menu().startsWith(name + "/")) {
            submenu(menu, command.menu().substring(name.length() + 1))
                    .getItems()
                    .add(item(command));
        }
    }

    private static Menu submenu(Menu menu, String name) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu found && name.equals(found.getText())) {
                return found;
            }
        }
        Menu made = new Menu(name);
        menu.getItems().add(made);
        return made;
    }

    /** A menu item that does the command; not shown while the command has no title. */
    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.title());
        item.visibleProperty()
                .bind(StringExpression.stringExpression(command.title()).isNotEmpty());
        item.setOnAction(event -> command.run());
        item.setMnemonicParsing(false);
        command.enabled().addListener((o, was, is) -> item.setDisable(!is));
        item.setDisable(!command.enabled().get());
        if (!command.icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.icon()));
        }
        if (!command.keys().isEmpty()) {
            item.setAccelerator(command.keys().get(0));
        }
        return item;
    }
}
