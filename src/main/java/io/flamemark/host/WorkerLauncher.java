package io.flamemark.host;

import io.flamemark.files.Folders;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts worker JVMs: the same Java and the same class path as this process. The class path travels in the
 * {@code CLASSPATH} variable, since a command line of a hundred jars is too long for Windows.
 *
 * @param mainClass of the worker, for example {@code io.flamemark.launch.WorkerMain}
 * @param jvmFlags of the worker
 * @param environment added to this process's own
 */
public record WorkerLauncher(String mainClass, List<String> jvmFlags, Map<String, String> environment) {

    private static final String LOG_LEVEL = "flamemark.log";
    private static final long MEBIBYTE = 1024L * 1024;
    private static final long SMALLEST_HEAP = 512;
    private static final long LARGEST_HEAP = 2048;

    /** Where glibc looks for the settings of its allocator. */
    private static final String TUNABLES = "GLIBC_TUNABLES";

    /**
     * For tensors, which come and go by the hundred with every step, most of them of the same sizes as in the step before.
     * PyTorch asks for aligned memory: glibc cuts the place out of a larger one and gives the slivers at both ends to its
     * lists for small pieces, where they stay, so that a tensor's place is some bytes too short for the next of its size.
     * Without those lists a place heals when it is freed, and a fifth less memory holds the same tensors. All of it comes
     * from one arena, so that one thread can use what another gave back, in huge pages, and is kept instead of being
     * returned to the kernel, cleared and mapped in again.
     */
    private static final String REUSE = "glibc.malloc.tcache_count=0"
            + ":glibc.malloc.mxfast=0"
            + ":glibc.malloc.arena_max=1"
            + ":glibc.malloc.mmap_max=0"
            + ":glibc.malloc.trim_threshold=4294967295"
            + ":glibc.malloc.top_pad=8388608"
            + ":glibc.malloc.hugetlb=1";

    public WorkerLauncher {
        jvmFlags = List.copyOf(jvmFlags);
        environment = Map.copyOf(environment);
    }

    /** Workers with the settings that suit libtorch: little Java heap, most of the memory left to native code. */
    public static WorkerLauncher of(String mainClass) {
        // With few new objects at a time the buffers that arrays were made from are freed soon; with as much room for
        // survivors those in use outlive a collection without becoming old, which would keep them for long.
        List<String> flags = new ArrayList<>(List.of(
                // What a small training comes to, from the start: memory that grows late looks like a leak.
                "-Xms40m",
                "-XX:+AlwaysPreTouch",
                "-Xmn16m",
                "-XX:SurvivorRatio=1",
                "-Xmx" + heapMebibytes() + "m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-D" + LOG_LEVEL + "=INFO",
                "-Dfile.encoding=UTF-8"));
        if (!onLinux()) {
            return new WorkerLauncher(mainClass, flags, Map.of());
        }
        flags.add("-XX:+UseTransparentHugePages");
        return new WorkerLauncher(mainClass, flags, Map.of(TUNABLES, REUSE));
    }

    /**
     * Starts a worker whose standard error is appended to a log.
     *
     * @param log created if need be; its folder must be there
     * @throws IOException if the log cannot be written or the process not started
     */
    public Process launch(Path log, List<String> arguments) throws IOException {
        Folders.require(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command(log, arguments));
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    private List<String> command(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        // HotSpot's crash report belongs beside the log, not wherever the program was started.
        command.add("-XX:ErrorFile=" + log.toAbsolutePath().resolveSibling("crash-%p.log"));
        command.add("-XX:-CreateCoredumpOnCrash");
        inheritedProperties().forEach(command::add);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /**
     * The system properties that decide where DJL looks for its engine, and our own. A command that is quiet on the console
     * still has a worker that writes its log.
     */
    private static Stream<String> inheritedProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("ai.djl.") || name.startsWith("flamemark."))
                .filter(name ->
                        !name.equals(LOG_LEVEL) || !System.getProperty(name).equals("OFF"))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long heapMebibytes() {
        return Math.max(SMALLEST_HEAP, Math.min(LARGEST_HEAP, memoryMebibytes() / 4));
    }

    private static long memoryMebibytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize() / MEBIBYTE
                : LARGEST_HEAP;
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }
}
