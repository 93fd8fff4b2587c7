package io.flamemark.files;

/**
 * The white space and commas between the members of one object or list.
 *
 * @param source where members that were read find their own spacing; null for a new container
 * @param opening after the opening bracket
 * @param separator between two members of which one is new
 * @param closing before the closing bracket
 */
record JsonSpacing(SourceText source, String opening, String separator, String closing) {

    static JsonSpacing of(JsonValue container, boolean inline, JsonStyle style, int depth, boolean verbatim) {
        if (verbatim && container.source != null && !wasEmpty(container)) {
            SourceText source = container.source;
            String opening = source.openingGap(container.start);
            String separator = opening.contains("\n") ? "," + opening : style.comma();
            return new JsonSpacing(source, opening, separator, source.closingGap(container.end));
        }
        if (inline || style.newline().isEmpty()) {
            return new JsonSpacing(null, "", style.comma(), "");
        }
        String line = style.newline() + style.indent().repeat(depth);
        return new JsonSpacing(null, line + style.indent(), "," + line + style.indent(), line);
    }

    /** Whether the container begins on the line of its bracket; what is new in it then stays on one line too. */
    boolean isInline() {
        return !opening.contains("\n");
    }

    private static boolean wasEmpty(JsonValue container) {
        int inside = container.start
                + 1
                + container.source.openingGap(container.start).length();
        return inside == container.end - 1;
    }

    /**
     * What stands before a member.
     *
     * @param position where the member was read, or -1
     */
    String before(int position, boolean first) {
        if (position < 0 || source == null) {
            return first ? opening : separator;
        }
        SourceText.Gap gap = source.gapBefore(position);
        if (gap.delimiter() == ',') {
            return first ? opening : gap.before() + "," + gap.after();
        }
        return first ? gap.after() : separator;
    }
}
