package io.flamemark.run;

import java.util.Optional;

/**
 * The machine and the program a run trained with; {@code environment.json}. It explains speeds, and small differences
 * between two runs of the same configuration.
 *
 * @param version of this layout
 * @param heapMebibytes what Java may use; libtorch's memory comes on top
 * @param engine libtorch's version; not in the files of earlier versions
 */
public record Environment(
        int version,
        String program,
        String java,
        String vm,
        String os,
        String architecture,
        int processors,
        long heapMebibytes,
        long pid,
        Optional<String> engine) {

    private static final int VERSION = 1;
    private static final int MEBIBYTE = 1 << 20;

    /** This process's. */
    public static Environment current() {
        return new Environment(
                VERSION,
                thisProgram(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / MEBIBYTE,
                ProcessHandle.current().pid(),
                Optional.of(EnginePackage.inWords()));
    }

    /** The program's name and version; the version is known to the packaged program only. */
    public static String thisProgram() {
        return "Flamemark "
                + Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())
                        .orElse("(development)");
    }
}
