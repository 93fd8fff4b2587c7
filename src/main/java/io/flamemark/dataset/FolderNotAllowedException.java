package io.flamemark.dataset;

import java.io.FileNotFoundException;

/** An image lies outside of its project's folder, where nobody has allowed to open any yet. */
public final class FolderNotAllowedException extends FileNotFoundException {

    private static final long serialVersionUID = 1L;

    FolderNotAllowedException(String sentence) {
        super(sentence);
    }
}
