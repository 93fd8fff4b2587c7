package io.flamemark.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Menus made of commands, without a window. */
@ExtendWith(ApplicationExtension.class)
class CommandMenusTest {

    private final CommandRegistry registry = new CommandRegistry();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final SimpleStringProperty title = new SimpleStringProperty("Undo");

    @Test
    @DisplayName("sections stand in order with lines between them, each item with a letter of its own")
    void sections() {
        registry.add(
                in("Project", 0, "Open…"),
                in("Project", 2, "Check"),
                in("Project/Export as", 1, "COCO…"),
                in("Project", 1, "Save"),
                in("Project/Export as", 1, "YOLO…"),
                in("Edit", 0, "Copy"));
        List<Menu> menus =
                CommandMenus.bar(registry, List.of("Project", "Edit", "Train")).getMenus();
        assertEquals(
                List.of("_Project", "_Edit"), menus.stream().map(Menu::getText).toList());
        assertEquals(List.of("_Open…", "-", "_Export as", "_Save", "-", "_Check"), texts(menus.get(0)));
        assertEquals(List.of("_COCO…", "_YOLO…"), texts((Menu)
                menus.get(0).getItems().get(2)));
    }

    @Test
    @DisplayName("a menu in a menu is disabled while everything in it is")
    void nothingInside() {
        registry.add(
                Command.of("a", "A").menu("Project/Recent").enabledWhen(open).does(() -> {}));
        Menu project = CommandMenus.bar(registry, List.of("Project")).getMenus().get(0);
        assertTrue(project.getItems().get(0).isDisable());
        open.set(true);
        assertFalse(project.getItems().get(0).isDisable());
    }

    @Test
    @DisplayName("Tab moves the keyboard on while a command that has it cannot be done")
    void tabOfADisabledItem() {
        registry.add(
                Command.of("a", "Next region")
                        .menu("Edit")
                        .keys("Tab")
                        .enabledWhen(open)
                        .does(() -> {}),
                Command.of("b", "Copy").menu("Edit").keys("C").enabledWhen(open).does(() -> {}));
        Menu edit = CommandMenus.bar(registry, List.of("Edit")).getMenus().get(0);
        assertNull(edit.getItems().get(0).getAccelerator());
        assertNotNull(edit.getItems().get(1).getAccelerator(), "is shown beside what cannot be done now");
        open.set(true);
        assertNotNull(edit.getItems().get(0).getAccelerator());
    }

    @Test
    @DisplayName("a title that changes keeps its letter, and is not shown while empty")
    void changing() {
        registry.add(Command.of("u", title).menu("Edit").does(() -> {}));
        Menu edit = CommandMenus.bar(registry, List.of("Edit")).getMenus().get(0);
        assertEquals(List.of("_Undo"), texts(edit));
        title.set("Undo: draw_it");
        assertEquals(List.of("_Undo: draw__it"), texts(edit));
        title.set("");
        assertFalse(edit.getItems().get(0).isVisible());
    }

    private static Command in(String menu, int section, String title) {
        return Command.of(menu + title, title).menu(menu).section(section).does(() -> {});
    }

    private static List<String> texts(Menu menu) {
        return menu.getItems().stream()
                .map(item -> item instanceof SeparatorMenuItem ? "-" : item.getText())
                .toList();
    }
}
