package io.flamemark.app.dialog;

import io.flamemark.annotation.Finding;
import io.flamemark.app.project.Prompts;
import io.flamemark.edit.ImportPlan;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.TextReading;
import io.flamemark.imaging.ImageFileNames;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks with dialogs; tells small things through {@code notes}. */
public final class FxPrompts implements Prompts {

    private static final ExtensionFilter PROJECTS =
            new ExtensionFilter("VIA projects and annotations (JSON)", "*.json");
    private static final ExtensionFilter ANNOTATIONS = new ExtensionFilter(
            "Projects and annotations", "*.json", "*.csv", "*.xml", "*.yaml", "*.yml", "*.JSON", "*.CSV", "*.XML");
    private static final ExtensionFilter ANY = new ExtensionFilter("All files", "*");
    private static final ExtensionFilter IMAGES = new ExtensionFilter("Images", ImageFileNames.patterns());

    private static final int FOLDERS_SHOWN = 6;

    private final Window owner;
    private final Consumer<String> notes;
    private final FileDialogs files;
    private Consumer<Finding> guide = finding -> {};

    /** @param notes shows a sentence for a while */
    public FxPrompts(Window owner, Consumer<String> notes) {
        this.owner = owner;
        this.notes = notes;
        this.files = new FileDialogs(owner);
    }

    /** Has findings that are chosen in a list shown where they are. */
    public void leadTo(Consumer<Finding> next) {
        guide = next;
    }

    /** Says in which folder files to open are looked for first. */
    public void startIn(Supplier<Optional<Path>> folder) {
        files.startIn(folder);
    }

    @Override
    public Optional<Path> projectToOpen() {
        return files.open("Open a project", ANNOTATIONS, ANY);
    }

    @Override
    public Optional<Path> folderToOpen() {
        return files.openFolder("Open the folder of a project, or of images");
    }

    @Override
    public Optional<Path> fileToImport() {
        return files.open("Import annotations", ANNOTATIONS, ANY);
    }

    @Override
    public Optional<ImportPlan.Choice> importChoice(int shared, int fresh) {
        String images = shared == 1 ? "1 image is" : shared + " images are";
        return new Choice<Optional<ImportPlan.Choice>>(
                        owner,
                        images + " in the project already",
                        "Merge adds the regions that are not there yet.\nReplace puts the regions of the file in the"
                                + " place of those in the project.\nSkip leaves those in the project as they are.\n\n"
                                + added(fresh) + "One undo takes everything back.",
                        Optional.empty())
                .answer("Merge", ButtonData.YES, Optional.of(ImportPlan.Choice.MERGE))
                .answer("Replace", ButtonData.NO, Optional.of(ImportPlan.Choice.REPLACE))
                .answer("Skip", ButtonData.OTHER, Optional.of(ImportPlan.Choice.SKIP))
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Optional.empty())
                .ask();
    }

    @Override
    public Optional<Charset> encoding(Path file, List<TextReading> readings) {
        String samples =
                readings.stream().map(r -> r.language() + ":  " + r.sample()).collect(Collectors.joining("\n"));
        Choice<Optional<Charset>> choice = new Choice<>(
                owner,
                file.getFileName() + " is not in UTF-8",
                "Which of these reads right?\n\n" + samples + "\n\nThe file itself stays as it is.",
                Optional.empty());
        readings.forEach(r -> choice.answer(r.language(), ButtonData.OTHER, Optional.of(r.charset())));
        return choice.answer("Cancel", ButtonData.CANCEL_CLOSE, Optional.empty())
                .byDefault(Optional.empty())
                .ask();
    }

    private static String added(int fresh) {
        return fresh == 0 ? "" : (fresh == 1 ? "1 new image is" : fresh + " new images are") + " added in any case. ";
    }

    @Override
    public List<Path> imagesToAdd() {
        return files.openSeveral("Add images", IMAGES);
    }

    @Override
    public Optional<Path> fileToSave(Path suggested) {
        return files.save("Save the project as", suggested, PROJECTS);
    }

    @Override
    public boolean allowFolders(Map<Path, Integer> images) {
        String list = images.entrySet().stream()
                .limit(FOLDERS_SHOWN)
                .map(e -> e.getKey() + "  (" + e.getValue() + (e.getValue() == 1 ? " image)" : " images)"))
                .collect(Collectors.joining("\n"));
        String more = images.size() > FOLDERS_SHOWN ? "\nand " + (images.size() - FOLDERS_SHOWN) + " more folders" : "";
        return new Choice<>(
                        owner,
                        "Open images outside of the project's folder?",
                        "The project refers to images in:\n" + list + more
                                + "\nAllow this only if you know where the project comes from.",
                        false)
                .answer("Allow", ButtonData.YES, true)
                .answer("Do not open them", ButtonData.CANCEL_CLOSE, false)
                .byDefault(false)
                .ask();
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
                        "Nothing was written; both versions are still there.\n\nSave yours under another name to keep"
                                + " both. Or open the file again: what was drawn here since the last save is lost then.",
                        Conflict.CANCEL)
                .answer("Save under another name…", ButtonData.YES, Conflict.SAVE_UNDER_ANOTHER_NAME)
                .answer("Open the file again", ButtonData.NO, Conflict.REOPEN)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Conflict.CANCEL)
                .ask();
    }

    @Override
    public boolean openedElsewhere(String projectName) {
        return new Choice<>(
                        owner,
                        projectName + " is open in another window",
                        "It has unsaved edits, which are not shown here. Better go on there.\n\nIf both windows edit the"
                                + " project, the one that saves last is asked what to keep. Nothing is lost.",
                        false)
                .answer("Open it here too", ButtonData.YES, true)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, false)
                .byDefault(false)
                .ask();
    }

    @Override
    public boolean discardRecovered(int edits) {
        String them = edits == 1 ? "the recovered edit" : "the " + edits + " recovered edits";
        return new Choice<>(
                        owner,
                        "Discard " + them + "?",
                        "The project will be as it was last saved. What is discarded cannot be brought back.",
                        false)
                .answer("Discard", ButtonData.YES, true)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, false)
                .byDefault(false)
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
        new FindingsDialog(owner, "What was found in the project", findings, guide).show();
    }

    @Override
    public void losses(String title, List<Finding> losses) {
        String things = losses.size() == 1 ? "One thing is" : losses.size() + " things are";
        new FindingsDialog(owner, title + "\n" + things + " not as in the project", losses, guide).show();
    }

    @Override
    public Optional<Path> exportTarget(ExportFormat format, Path suggested) {
        if (format.extension().isEmpty()) {
            return files.saveFolder(
                    "Choose an empty folder for " + format.description() + ", or one to put " + suggested.getFileName()
                            + " into",
                    suggested);
        }
        String extension = format.extension().get();
        ExtensionFilter filter = new ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension);
        return files.save("Export as " + format.description(), suggested, filter);
    }

    @Override
    public Optional<Boolean> copyPictures() {
        return new Choice<Optional<Boolean>>(
                        owner,
                        "Copy the pictures too?",
                        "Programs that read this format want the pictures beside the labels.",
                        Optional.empty())
                .answer("Copy", ButtonData.YES, Optional.of(true))
                .answer("Labels only", ButtonData.NO, Optional.of(false))
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Optional.empty())
                .ask();
    }

    /** What becomes of a training under way when the window closes. */
    public enum Leaving {
        STOP,
        GO_ON,
        CANCEL
    }

    /**
     * The window is to close while a training is under way.
     *
     * @param othersWait whether runs are queued behind it
     */
    public Leaving leaveTraining(boolean othersWait) {
        return new Choice<>(
                        owner,
                        "A training is under way",
                        "It can go on in the background, and this window takes it up again when it is next opened; or it"
                                + " is stopped, and its best epoch so far is kept."
                                + (othersWait ? " Runs that wait can be resumed later." : ""),
                        Leaving.CANCEL)
                .answer("Go on in the background", ButtonData.YES, Leaving.GO_ON)
                .answer("Stop and quit", ButtonData.NO, Leaving.STOP)
                .answer("Cancel", ButtonData.CANCEL_CLOSE, Leaving.CANCEL)
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
