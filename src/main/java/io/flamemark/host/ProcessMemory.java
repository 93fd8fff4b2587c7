package io.flamemark.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How much memory this process holds, native parts included: what of it is resident, by what the system tells. Windows
 * tells Java what the process has committed instead, which is what counts there when memory runs short. Elsewhere Java
 * calls the whole space of addresses committed, which says nothing.
 */
final class ProcessMemory {

    private static final long MEBIBYTE = 1L << 20;
    private static final long KIBIBYTES = 1L << 10;
    private static final long PATIENCE_SECONDS = 2;

    private ProcessMemory() {}

    /** In mebibytes; -1 where the system does not say. */
    static long mebibytes() {
        return mebibytes(System.getProperty("os.name"));
    }

    /** The same, asked in the way of a system. */
    static long mebibytes(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        try {
            if (name.startsWith("linux")) {
                return ofStatus(Files.readString(Path.of("/proc/self/status")));
            }
            return name.startsWith("windows") ? committed() : ofListing();
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    /** Of Linux's file of that name, which counts in kilobytes, however large a page of memory is. */
    static long ofStatus(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES)
                .findFirst()
                .orElse(-1);
    }

    private static long committed() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getCommittedVirtualMemorySize();
        return bytes < 0 ? -1 : bytes / MEBIBYTE;
    }

    /** By the list of processes that every Unix has, in kilobytes. */
    private static long ofListing() throws IOException {
        Process listing = new ProcessBuilder(
                        "ps",
                        "-o",
                        "rss=",
                        "-p",
                        Long.toString(ProcessHandle.current().pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!listing.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return -1;
            }
            byte[] told = listing.getInputStream().readAllBytes();
            return Long.parseLong(new String(told, StandardCharsets.US_ASCII).strip()) / KIBIBYTES;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            listing.destroy();
        }
    }
}
