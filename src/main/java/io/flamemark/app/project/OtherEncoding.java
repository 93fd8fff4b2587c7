package io.flamemark.app.project;

import io.flamemark.format.EncodingException;
import io.flamemark.format.ProjectFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** A file that is not in UTF-8 is opened once a person has said what it is in. */
final class OtherEncoding {

    private OtherEncoding() {}

    /**
     * Asks, if that is why a file could not be opened.
     *
     * @param again opens the file named in the way given, if there is an answer
     * @return whether it was asked
     */
    static boolean asked(Prompts prompts, Exception failure, BiConsumer<Path, Callable<ProjectFile>> again) {
        if (!(failure instanceof EncodingException text) || text.readings().isEmpty()) {
            return false;
        }
        Path file = text.file();
        prompts.encoding(file, text.readings())
                .ifPresent(charset -> again.accept(file, () -> ProjectFile.open(file, charset)));
        return true;
    }
}
