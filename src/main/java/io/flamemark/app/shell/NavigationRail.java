package io.flamemark.app.shell;

import io.flamemark.app.command.CommandButtons;
import io.flamemark.app.command.CommandRegistry;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The slim bar on the left that switches workspaces; theme and help at its foot. */
final class NavigationRail extends VBox {

    NavigationRail(List<Workspace> workspaces, MainWindow window, CommandRegistry commands) {
        getStyleClass().add("navigation-rail");
        setAlignment(Pos.TOP_CENTER);
        workspaces.forEach(workspace -> getChildren().add(tab(workspace, window, commands)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button theme = CommandButtons.icon(commands.get(ShellCommands.THEME));
        Button help = CommandButtons.icon(commands.get(ShellCommands.SHORTCUTS));
        getChildren().addAll(gap, theme, help);
    }

    private static ToggleButton tab(Workspace workspace, MainWindow window, CommandRegistry commands) {
        ToggleButton tab = new ToggleButton(workspace.title(), new FontIcon(workspace.iconLiteral()));
        tab.setId("workspace-" + workspace.title().toLowerCase(Locale.ROOT));
        tab.setContentDisplay(ContentDisplay.TOP);
        tab.getStyleClass().add("rail-tab");
        tab.setFocusTraversable(false);
        tab.setOnAction(event -> {
            window.show(workspace);
            // A click on the tab in front must not lift it.
            tab.setSelected(true);
        });
        window.currentProperty().addListener((o, was, is) -> tab.setSelected(is == workspace));
        CommandButtons.describe(tab, commands.get(ShellCommands.idOf(workspace)));
        return tab;
    }
}
