package io.flamemark.cli;

/** Comma separated values (RFC 4180). */
final class Csv {

    private Csv() {}

    /** A cell, in quotes where it needs them. */
    static String cell(String text) {
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
