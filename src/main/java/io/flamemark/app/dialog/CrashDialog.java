package io.flamemark.app.dialog;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a programming error, with details to copy; the session goes on. One at a time: errors come in swarms. */
public final class CrashDialog {

    private static final Logger LOG = LoggerFactory.getLogger(CrashDialog.class);

    private final Window owner;
    private boolean showing;

    public CrashDialog(Window owner) {
        this.owner = owner;
    }

    /** Logs and shows the error; on the window's thread. */
    public void show(Throwable error) {
        LOG.error("Unexpected", error);
        if (showing) {
            return;
        }
        showing = true;
        try {
            alert(stackTrace(error)).showAndWait();
        } finally {
            showing = false;
        }
    }

    private Alert alert(String details) {
        ButtonType copy = new ButtonType("Copy the details", ButtonData.LEFT);
        Alert alert = new Alert(
                Alert.AlertType.ERROR,
                "What you drew is still here; save it now. The details help to mend the program.",
                copy,
                ButtonType.OK);
        alert.initOwner(owner);
        alert.setTitle("Flamemark");
        alert.setHeaderText("Something went wrong in the program");
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.setPrefSize(640, 260);
        alert.getDialogPane().setExpandableContent(text);
        Button button = (Button) alert.getDialogPane().lookupButton(copy);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            CopiedText.put(details);
            event.consume();
        });
        return alert;
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
