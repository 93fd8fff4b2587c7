package io.flamemark.app.dialog;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.Finding;
import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list of what was found in a project, or lost in an export, the worst first. */
final class FindingsDialog extends Dialog<Void> {

    FindingsDialog(Window owner, String header, List<Finding> findings) {
        initOwner(owner);
        setTitle("Flamemark");
        setHeaderText(findings.isEmpty() ? "Nothing to look at" : header);
        ListView<Finding> list = new ListView<>();
        list.getItems()
                .setAll(findings.stream()
                        .sorted((a, b) -> a.severity().compareTo(b.severity()))
                        .toList());
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(new Label("Everything in the project could be read."));
        list.setPrefSize(640, 360);
        getDialogPane().setContent(list);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        setResizable(true);
    }

    private static final class Row extends ListCell<Finding> {

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(empty || finding == null ? null : finding.message());
            setWrapText(true);
            setPrefWidth(0);
            setGraphic(empty || finding == null ? null : icon(finding.severity()));
        }

        private static FontIcon icon(Finding.Severity severity) {
            return switch (severity) {
                case ERROR -> styled("fth-x-circle", Styles.DANGER);
                case WARNING -> styled("fth-alert-triangle", Styles.WARNING);
                case INFO -> styled("fth-info", Styles.ACCENT);
            };
        }

        private static FontIcon styled(String literal, String style) {
            FontIcon icon = new FontIcon(literal);
            icon.getStyleClass().add(style);
            return icon;
        }
    }
}
