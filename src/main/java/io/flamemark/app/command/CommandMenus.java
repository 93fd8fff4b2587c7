package io.flamemark.app.command;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the menu bar. */
public final class CommandMenus {

    private CommandMenus() {}

    /** One menu for each name that has commands, in this order. */
    public static MenuBar bar(CommandRegistry registry, List<String> menus) {
        MenuBar bar = new MenuBar();
        for (String name : menus) {
            Menu menu = new Menu(name);
            registry.ofMenu(name).forEach(command -> menu.getItems().add(item(command)));
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    /** A menu item that does the command. */
    public static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.title());
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
