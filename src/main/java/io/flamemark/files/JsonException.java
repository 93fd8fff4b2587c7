package io.flamemark.files;

import java.io.IOException;

/** JSON that cannot be read or does not hold what was expected: the file, the place, and what is wrong. */
public final class JsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient JsonPlace place;
    private final String problem;

    /**
     * @param problem what is wrong, without the file: {@code "name" is missing}
     */
    public JsonException(JsonPlace place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    public JsonPlace place() {
        return place;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
