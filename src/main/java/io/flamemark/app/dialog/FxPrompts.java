package io.flamemark.app.dialog;

import io.flamemark.annotation.Finding;
import io.flamemark.app.project.Prompts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with dialogs; tells small things through {@code notes}. */
public final class FxPrompts implements Prompts {

    private static final FileChooser.ExtensionFilter PROJECTS =
            new FileChooser.ExtensionFilter("VIA projects and annotations (JSON)", "*.json");
    private static final FileChooser.ExtensionFilter IMAGES =
            new FileChooser.ExtensionFilter("Images", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.JPG", "*.PNG");

    private final Window owner;
    private final Consumer<String> notes;

    /** @param notes shows a sentence for a while */
    public FxPrompts(Window owner, Consumer<String> notes) {
        this.owner = owner;
        this.notes = notes;
    }

    @Override
    public Optional<Path> projectToOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a project");
        chooser.getExtensionFilters().setAll(PROJECTS);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folderToOpen() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open the folder of a project, or of images");
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public List<Path> imagesToAdd() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Add images");
        chooser.getExtensionFilters().setAll(IMAGES);
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> fileToSave(Path suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the project as");
        chooser.getExtensionFilters().setAll(PROJECTS);
        chooser.setInitialFileName(suggested.getFileName().toString());
        File folder = suggested.toAbsolutePath().getParent().toFile();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Unsaved unsaved(String projectName) {
        return new Choice<>(
                        owner,
                        "Save the changes to " + projectName + "?",
                        "Without saving, what was drawn since the last save is lost.",
                        Unsaved.CANCEL)
                .answer("Save", ButtonData.YES, Unsaved.SAVE)
                .answer("Discard", ButtonData.NO, Unsaved.DISCARD)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Unsaved.CANCEL)
                .ask();
    }

    @Override
    public Conflict conflict(Path file) {
        return new Choice<>(
                        owner,
                        "Another program changed " + file.getFileName(),
                        "Nothing was written. Save under another name to keep both versions, or open the file again"
                                + " and lose what was drawn here since the last save.",
                        Conflict.CANCEL)
                .answer("Save under another name…", ButtonData.YES, Conflict.SAVE_UNDER_ANOTHER_NAME)
                .answer("Open the file again", ButtonData.NO, Conflict.REOPEN)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Conflict.CANCEL)
                .ask();
    }

    @Override
    public void problem(String title, String sentence) {
        Alert alert = new Alert(Alert.AlertType.WARNING, sentence, ButtonType.OK);
        alert.initOwner(owner);
        alert.setTitle("Flamemark");
        alert.setHeaderText(title);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(520);
        alert.showAndWait();
    }

    @Override
    public void note(String sentence) {
        notes.accept(sentence);
    }

    @Override
    public void findings(List<Finding> findings) {
        new FindingsDialog(owner, findings).showAndWait();
    }

    /** Asks whether to leave although a training would be stopped. */
    public boolean leaveTraining() {
        return new Choice<>(
                        owner,
                        "Stop the training and quit?",
                        "A training is under way. Its best epoch so far is kept.",
                        false)
                .answer("Stop and quit", ButtonData.YES, true)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, false)
                .ask();
    }

    /** Asks for the name of a new class. */
    public Optional<String> className() {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle("Flamemark");
        dialog.setHeaderText("Add a class");
        dialog.setContentText("Name");
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }
}
