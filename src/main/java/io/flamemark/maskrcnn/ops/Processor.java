package io.flamemark.maskrcnn.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the processor says it can do, by the names that Linux has for its instructions; nothing on other systems. */
final class Processor {

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final Set<String> INSTRUCTIONS = read();

    private Processor() {}

    /** Whether it names one of these sets of instructions. */
    static boolean hasAny(String... names) {
        return Arrays.stream(names).anyMatch(INSTRUCTIONS::contains);
    }

    private static Set<String> read() {
        try {
            return Files.exists(DESCRIPTION)
                    ? Files.readString(DESCRIPTION)
                            .lines()
                            .filter(line -> line.startsWith("flags"))
                            .flatMap(line -> Arrays.stream(line.split("\\s+")))
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            // What every processor can do is slower, but never wrong.
            return Set.of();
        }
    }
}
