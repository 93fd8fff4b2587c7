package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import java.nio.file.Path;
import java.util.List;
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

    List<Path> imagesToAdd();

    Optional<Path> fileToSave(Path suggested);

    Unsaved unsaved(String projectName);

    Conflict conflict(Path file);

    /** Something went wrong that concerns one action; the sentence names the file, the place, and what to do. */
    void problem(String title, String sentence);

    /** Good to know, gone by itself. */
    void note(String sentence);

    /** What was found in a project when it was read. */
    void findings(List<Finding> findings);
}
