package io.flamemark.app.shell;

import javafx.scene.Node;

/** One of the window's three workspaces: Annotate, Train, Inspect. Built once, shown in turn. */
public interface Workspace {

    /** The word on its tab. */
    String title();

    /** Ikonli's name of its icon, for example {@code fth-edit-3}. */
    String iconLiteral();

    /** What fills the window. */
    Node content();

    /** Called each time it comes to the front. */
    default void shown() {}

    /** Called each time it goes to the back. */
    default void hidden() {}
}
