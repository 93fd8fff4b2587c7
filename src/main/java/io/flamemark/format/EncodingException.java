package io.flamemark.format;

import io.flamemark.files.JsonException;
import java.nio.file.Path;
import java.util.List;

/** The file is text, but not in UTF-8; {@link ProjectFile#open(Path, java.nio.charset.Charset)} takes the right encoding. */
public final class EncodingException extends FormatException {

    private static final long serialVersionUID = 1L;

    private final transient List<TextReading> readings;

    EncodingException(Path file, JsonException cause, List<TextReading> readings) {
        super(file, cause, "save it as UTF-8 in a text editor, or say what it is in (convert --encoding)");
        this.readings = List.copyOf(readings);
    }

    /** What it may be in. */
    public List<TextReading> readings() {
        return readings;
    }
}
