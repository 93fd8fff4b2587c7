package io.flamemark.app.dialog;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A list of what was found in a project, or lost in an export, the worst first. It stays open beside the window: a click
 * on a line, or Enter, brings the image and selects the region it is about.
 */
final class FindingsDialog extends Dialog<Void> {

    private static final double WIDTH = 640;
    /** Heights of the list, and of most findings in it. */
    private static final double LEAST = 64;

    private static final double MOST = 360;
    private static final double A_LINE = 54;

    private final ListView<Finding> list = new ListView<>();
    private final Consumer<Finding> guide;

    /** @param guide shows the place of a finding */
    FindingsDialog(Window owner, String header, List<Finding> findings, Consumer<Finding> guide) {
        this.guide = guide;
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle("Flamemark");
        setHeaderText(findings.isEmpty() ? "Nothing to look at" : header);
        list.setId("findings");
        list.getItems()
                .setAll(findings.stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList());
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(new Label("Everything in the project could be read."));
        list.setPrefSize(WIDTH, Math.max(LEAST, Math.min(MOST, findings.size() * A_LINE)));
        list.setOnMouseClicked(event -> lead());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lead();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                // The list takes it for itself, or the dialog would close by it as any other does.
                close();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getDialogPane().setContent(new VBox(8, list, hint(findings)));
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        setResizable(true);
        // Else the button has it, and the arrow keys and Enter, which go through the lines, would close the list.
        setOnShown(event -> list.requestFocus());
    }

    private void lead() {
        Finding chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.image().isPresent()) {
            guide.accept(chosen);
        }
    }

    private static Label hint(List<Finding> findings) {
        boolean leads = findings.stream().anyMatch(finding -> finding.image().isPresent());
        Label hint = new Label("Click a line to see its image and region.");
        hint.getStyleClass().add(Styles.TEXT_MUTED);
        hint.setVisible(leads);
        hint.setManaged(leads);
        return hint;
    }

    private static final class Row extends ListCell<Finding> {

        private static final Insets PADDING = new Insets(7, 8, 7, 8);

        private Row() {
            setWrapText(true);
            setPrefWidth(0);
            setPadding(PADDING);
            setGraphicTextGap(10);
            // The size JavaFX takes for none; with the theme's own, lines would be cut off instead of wrapped.
            setStyle("-fx-cell-size: 24px");
        }

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(empty || finding == null ? null : finding.message());
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
