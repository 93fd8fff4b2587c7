package io.flamemark.app.dialog;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text that other programs can paste. */
public final class CopiedText {

    private CopiedText() {}

    /** Puts it on the system's clipboard; on the window's thread. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
