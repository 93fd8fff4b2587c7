package io.flamemark.cli;

import io.flamemark.host.Shortage;
import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Where a command writes: results to {@code out}, all else to {@code err}. */
record Console(PrintStream out, PrintStream err, boolean terminal) {

    /** Control characters but tabs and line ends. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f&&[^\\r\\n\\t]]|\\r(?!\\n)");

    /** A line of the result. */
    void print(String line) {
        out.println(harmless(line));
        out.flush();
    }

    /** A line for the person who waits. */
    void note(String line) {
        err.println(harmless(line));
    }

    /** Names in a stranger's file may hold what a terminal takes for a command. */
    static String harmless(String line) {
        return COMMANDS.matcher(line).replaceAll("\uFFFD");
    }

    /** Progress through {@code total} items. */
    Progress progress(String what, int total) {
        return new Progress(err, terminal, what, total);
    }

    /** Says what went wrong in one sentence and returns the exit code for it. */
    int fail(Exception e, boolean verbose) {
        Throwable cause = unwrapped(e);
        note("flamemark: " + sentence(cause));
        if (verbose) {
            e.printStackTrace(err);
        }
        return cause instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** Says that Java's memory did not suffice. */
    int outOfMemory() {
        note(
                "flamemark: Java ran out of memory. It gets more by an option before -jar, such as -Xmx8g for 8 gigabytes.");
        return ExitCode.FAILED;
    }

    /** Says what is wrong with a command as it was given. */
    int misused(CommandLine.ParameterException e) {
        note("flamemark: " + e.getMessage());
        err.println("See \"" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\".");
        return ExitCode.USAGE;
    }

    private static Throwable unwrapped(Throwable e) {
        boolean wrapper = e instanceof CompletionException
                || e instanceof ExecutionException
                || e instanceof UncheckedIOException;
        return wrapper && e.getCause() != null ? unwrapped(e.getCause()) : e;
    }

    private static String sentence(Throwable e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file) + ".";
        }
        boolean spoken =
                e instanceof IOException || e instanceof TrainingException || e instanceof IllegalArgumentException;
        return spoken && e.getMessage() != null
                ? e.getMessage()
                : Shortage.ofMemoryToLook(e)
                        .orElse("unexpected: " + e + " (run again with --verbose for where it happened)");
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            return "access is not allowed";
        } else if (e instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        return "cannot be used";
    }
}
