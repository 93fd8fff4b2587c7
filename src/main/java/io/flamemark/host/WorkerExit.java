package io.flamemark.host;

/**
 * How a worker ended.
 *
 * @param kind for the program
 * @param code the process's exit code
 * @param sentence for the person: what happened, what is kept, what to do
 */
public record WorkerExit(Kind kind, int code, String sentence) {

    /** The ways a worker ends. */
    public enum Kind {
        FINISHED,
        STOPPED,
        BAD_INPUT,
        OUT_OF_MEMORY,
        NATIVE_CRASH,
        KILLED,
        FAILED
    }
}
