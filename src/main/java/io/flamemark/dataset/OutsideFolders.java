package io.flamemark.dataset;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folders outside of a project's own in which it says that images lie: shown, and opened only once allowed. */
public final class OutsideFolders {

    private OutsideFolders() {}

    /** How many images of the project lie in each folder that is not allowed; empty where all may be opened. */
    public static SortedMap<Path, Integer> of(Project project, ImageLocator locator) {
        SortedMap<Path, Integer> folders = new TreeMap<>();
        for (ImageEntry image : project.images()) {
            locator.folderToAllow(image.filename()).ifPresent(folder -> folders.merge(folder, 1, Integer::sum));
        }
        return Collections.unmodifiableSortedMap(folders);
    }
}
