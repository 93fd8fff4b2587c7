package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import io.flamemark.edit.ImportPlan;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.TextReading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person has to be asked or told about the project. Each call returns when it is answered. */
public interface Prompts {

    /** What to do with changes that no file holds. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What to do when another program changed the file. */
    enum Conflict {
        SAVE_UNDER_ANOTHER_NAME,
        REOPEN,
        CANCEL
    }

    Optional<Path> projectToOpen();

    Optional<Path> folderToOpen();

    Optional<Path> fileToImport();

    /**
     * In which of several encodings a file is that is not in UTF-8; none where the person thinks better of it.
     *
     * @param readings the same piece of it in each, at least one
     */
    Optional<Charset> encoding(Path file, List<TextReading> readings);

    /**
     * What to do with images that the open project has already; none where the person thinks better of it.
     *
     * @param shared images in both
     * @param fresh images that are new
     */
    Optional<ImportPlan.Choice> importChoice(int shared, int fresh);

    List<Path> imagesToAdd();

    Optional<Path> fileToSave(Path suggested);

    /**
     * Where to export to: a file, which may be replaced, or for formats of many files a folder, in which a new one is
     * made where it holds something.
     */
    Optional<Path> exportTarget(ExportFormat format, Path suggested);

    /** Whether the pictures are to be copied into the export too; none where the person thinks better of it. */
    Optional<Boolean> copyPictures();

    /**
     * Whether images in folders outside of the project's own may be opened.
     *
     * @param images how many the project has in each
     */
    boolean allowFolders(Map<Path, Integer> images);

    Unsaved unsaved(String projectName);

    Conflict conflict(Path file);

    /** Another window has unsaved edits of the project. @return whether to open it all the same */
    boolean openedElsewhere(String projectName);

    /** Recovered edits are to be thrown away. @return whether that is meant */
    boolean discardRecovered(int edits);

    /** Something went wrong that concerns one action; the sentence names the file, the place, and what to do. */
    void problem(String title, String sentence);

    /** Good to know, gone by itself. */
    void note(String sentence);

    /** What an export has no place for; {@code title} says what was written. */
    void losses(String title, List<Finding> losses);

    /** What was found in a project when it was read. */
    void findings(List<Finding> findings);
}
