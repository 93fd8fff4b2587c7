package io.flamemark.app.shell;

import io.flamemark.app.command.CommandKeys;
import io.flamemark.app.command.CommandMenus;
import io.flamemark.app.command.CommandRegistry;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: menus above, the workspaces and the rail that switches them, the status bar below. */
public final class MainWindow extends StackPane {

    /** The menus, in their order. */
    private static final List<String> MENUS =
            List.of("Project", "Edit", "View", "Annotate", "Train", "Inspect", "Help");

    private final StackPane stage = new StackPane();
    private final ReadOnlyObjectWrapper<Workspace> current = new ReadOnlyObjectWrapper<>();
    private final VBox top = new VBox();

    /** The looks of the window, for its scene: dialogs and notes above it take them from there. */
    public static String stylesheet() {
        return MainWindow.class.getResource("/io/flamemark/app/app.css").toExternalForm();
    }

    /** All commands have to be registered by now: menus are made of them. */
    public MainWindow(List<Workspace> workspaces, CommandRegistry commands, Node statusBar) {
        getStyleClass().add("main-window");
        top.getChildren().add(CommandMenus.bar(commands, MENUS));
        BorderPane frame = new BorderPane(stage);
        frame.setTop(top);
        frame.setLeft(new NavigationRail(workspaces, this, commands));
        frame.setBottom(statusBar);
        stage.setMinSize(0, 0);
        getChildren().add(frame);
        CommandKeys.install(this, commands);
        show(workspaces.get(0));
    }

    /** Brings a workspace to the front. */
    public void show(Workspace next) {
        Workspace was = current.get();
        if (was == next) {
            return;
        }
        stage.getChildren().setAll(next.content());
        current.set(next);
        if (was != null) {
            was.hidden();
        }
        // JavaFX would give the keyboard to the first button, which may start something.
        next.content().requestFocus();
        next.shown();
    }

    /** The workspace in front. */
    public ReadOnlyObjectProperty<Workspace> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Puts a banner between the menus and the workspaces. */
    public void addBanner(Node banner) {
        top.getChildren().add(banner);
    }

    /** Takes a banner away, if it is there. */
    public void removeBanner(Node banner) {
        top.getChildren().remove(banner);
    }
}
