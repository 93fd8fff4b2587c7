package io.flamemark.host;

import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.SmallerSetting;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
        PAUSED,

        /** It goes on without this program. */
        DETACHED,
        BAD_INPUT,
        OUT_OF_MEMORY,
        NATIVE_CRASH,
        KILLED,
        FAILED
    }

    /** Done, nothing to add. */
    public static final int CODE_FINISHED = 0;

    /** An error nobody foresaw; its stack trace is in the log. */
    public static final int CODE_FAILED = 1;

    /** HotSpot's code under {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int CODE_OUT_OF_MEMORY = 3;

    /** Ended because it was asked to. */
    public static final int CODE_STOPPED = 10;

    /** Ended because it was asked to pause. */
    public static final int CODE_PAUSED = 11;

    /** Something it was given cannot be used; the worker said what. */
    public static final int CODE_BAD_INPUT = 20;

    private static final int SIGNAL = 128;
    private static final int SIGKILL = SIGNAL + 9;
    private static final int SIGTERM = SIGNAL + 15;

    /** What an end by force looks like from its code alone. */
    private static final Set<Kind> FORCED = EnumSet.of(Kind.KILLED, Kind.NATIVE_CRASH, Kind.FAILED);

    private static final String KEPT = " Your annotations are untouched, and every checkpoint is kept.";

    private static final String SMALLER = "Close other programs, or choose a smaller image size or batch.";

    /**
     * The end of a worker process. On Linux and macOS a process ended by a signal has the code 128 + signal: 134 an
     * abort, 139 a segmentation fault, 137 killed; Windows has large (negative) codes for crashes.
     *
     * @param said what the worker gave as its reason, if it still could
     * @param log where its own words are
     */
    public static WorkerExit of(int code, Optional<String> said, Path log) {
        Kind kind = kindOf(code);
        return new WorkerExit(kind, code, sentence(kind, code, said, log));
    }

    /**
     * The end of a worker process as its host saw it. What the worker said last counts more than the code of its
     * process, which libtorch can still crash. One that said nothing was ended by force if we ended it: a signal's code
     * shows that on Linux and macOS, but on Windows the code is 1, as of any failure.
     */
    static WorkerExit of(int code, Optional<WorkerMessage.Bye> bye, boolean endedByUs, Path log) {
        if (bye.isPresent()) {
            return of(bye.get().code(), bye.map(WorkerMessage.Bye::reason).filter(text -> !text.isBlank()), log);
        }
        WorkerExit found = of(code, Optional.empty(), log);
        return endedByUs && FORCED.contains(found.kind()) ? ended(code) : found;
    }

    /** The end of a worker whose end this program brought about by force. */
    private static WorkerExit ended(int code) {
        return new WorkerExit(
                Kind.STOPPED,
                code,
                "The background process was ended by force; the last checkpoint and the best epoch are kept.");
    }

    /** Whether what was asked for was done, or cut short on purpose. */
    public boolean asIntended() {
        return kind == Kind.FINISHED || kind == Kind.STOPPED || kind == Kind.PAUSED || kind == Kind.DETACHED;
    }

    /** Whether less memory would have helped, or may have. */
    public boolean isForWantOfMemory() {
        return kind == Kind.OUT_OF_MEMORY || kind == Kind.KILLED;
    }

    /** What there was too little of, as far as that can be told. */
    Optional<RunEvent.Lack> lack() {
        return Optional.of(RunEvent.Lack.MEMORY).filter(it -> isForWantOfMemory());
    }

    /** With what to try next time, where memory was short. */
    WorkerExit trying(Optional<SmallerSetting> smaller) {
        return smaller.filter(it -> isForWantOfMemory())
                .map(it -> new WorkerExit(
                        kind, code, sentence.replace(SMALLER, "Close other programs, or try " + it.words() + ".")))
                .orElse(this);
    }

    /** The end, for this program, of a training that goes on without it. */
    static WorkerExit detached() {
        return new WorkerExit(Kind.DETACHED, CODE_FINISHED, "The training goes on in the background.");
    }

    /** The end of a worker whose exit code nobody saw, and that wrote down no end. */
    static WorkerExit vanished(boolean endedByUs) {
        return endedByUs
                ? ended(CODE_FAILED)
                : new WorkerExit(
                        Kind.KILLED,
                        CODE_FAILED,
                        "The training process is gone without a word, most likely because the machine ran out of memory"
                                + " or was turned off." + KEPT + " " + SMALLER);
    }

    /** The end of a worker as its run's directory has it, for one whose exit code nobody saw. */
    static WorkerExit of(RunStatus status, Path log) {
        int code = codeOf(status.state());
        if (code == CODE_FAILED && !status.message().isBlank()) {
            // What is recorded is the whole sentence.
            return new WorkerExit(Kind.FAILED, code, status.message());
        }
        return of(code, Optional.of(status.message()).filter(text -> !text.isBlank()), log);
    }

    /** The exit code of a training that ended so. */
    static int codeOf(RunState state) {
        return switch (state) {
            case FINISHED -> CODE_FINISHED;
            case STOPPED -> CODE_STOPPED;
            case PAUSED -> CODE_PAUSED;
            default -> CODE_FAILED;
        };
    }

    /** How the run of a worker that said nothing itself ended. */
    RunState asState() {
        return kind == Kind.PAUSED ? RunState.PAUSED : asIntended() ? RunState.STOPPED : RunState.FAILED;
    }

    private static Kind kindOf(int code) {
        return switch (code) {
            case CODE_FINISHED -> Kind.FINISHED;
            case CODE_STOPPED -> Kind.STOPPED;
            case CODE_PAUSED -> Kind.PAUSED;
            case CODE_BAD_INPUT -> Kind.BAD_INPUT;
            case CODE_OUT_OF_MEMORY -> Kind.OUT_OF_MEMORY;
            case SIGKILL, SIGTERM -> Kind.KILLED;
            default -> code < 0 || code > SIGNAL ? Kind.NATIVE_CRASH : Kind.FAILED;
        };
    }

    private static String sentence(Kind kind, int code, Optional<String> said, Path log) {
        return switch (kind) {
            case FINISHED -> said.orElse("Finished.");
            case STOPPED -> said.orElse("Stopped as asked; the best epoch is kept.");
            case PAUSED -> said.orElse("Paused; it can go on from here.");
            case DETACHED -> "The training goes on in the background.";
            case BAD_INPUT -> said.orElse("The background process could not use what it was given; see " + log + ".");
            case OUT_OF_MEMORY -> said.orElse("The background process ran out of Java memory.") + KEPT + " " + SMALLER;
            case NATIVE_CRASH ->
                "The background process crashed in native code (exit code " + code + ")." + KEPT
                        + " Try again; if it happens again, choose a smaller image size and keep " + log
                        + " for a report.";
            case KILLED ->
                "The background process was killed from outside (exit code " + code
                        + "), most likely because the machine ran out of memory." + KEPT + " " + SMALLER;
            case FAILED ->
                said.orElse("The background process failed (exit code " + code + "); see " + log + ".") + KEPT;
        };
    }
}
