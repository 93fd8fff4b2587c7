package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.format.FormatException;
import io.flamemark.format.ProjectFile;
import java.nio.file.Path;

/** A project opened to train on or to be judged by. */
record ProjectData(ProjectFile file, Dataset dataset) {

    /** What is left out of the dataset is said on the console. */
    static ProjectData open(Path path, FolderOptions folders, Console console) throws FormatException {
        ProjectFile file = ProjectFile.open(path);
        DatasetBuilder.Result built = new DatasetBuilder().build(file.project(), file.path(), folders.locator(file));
        built.findings().stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .forEach(f -> console.note(f.message()));
        return new ProjectData(file, built.dataset());
    }
}
