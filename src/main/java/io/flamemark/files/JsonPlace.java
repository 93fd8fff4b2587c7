package io.flamemark.files;

/**
 * Where in a file something stands.
 *
 * @param file its name or path, as a person knows it
 * @param line from 1; 0 where there is no place
 * @param column from 1, in UTF-16 units
 */
public record JsonPlace(String file, int line, int column) {

    /** A file as a whole. */
    public static JsonPlace of(String file) {
        return new JsonPlace(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ", line " + line + ", column " + column;
    }
}
