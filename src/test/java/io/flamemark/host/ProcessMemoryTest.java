package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessMemoryTest {

    @Test
    @DisplayName("Linux is read in kilobytes, so that the size of a page does not matter")
    void status() {
        String status = "Name:\tjava\nVmHWM:\t 9999999 kB\nVmRSS:\t 3145728 kB\nThreads:\t12\n";
        assertEquals(3072, ProcessMemory.ofStatus(status));
        assertEquals(-1, ProcessMemory.ofStatus("Name:\tjava\n"));
    }

    @Test
    @DisplayName("a Mac tells what is resident as well: by the list of processes, which agrees with Linux's own figure")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void listing() {
        assumeTrue(hasProcessList());
        long listed = ProcessMemory.mebibytes("Mac OS X");
        assertTrue(listed > 10, "MiB: " + listed);
        long own = ProcessMemory.mebibytes();
        assertEquals(own, listed, 0.3 * own + 20);
    }

    @Test
    @DisplayName("Windows tells what is committed")
    void committed() {
        assertTrue(ProcessMemory.mebibytes("Windows 11") > 0);
    }

    private static boolean hasProcessList() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ps")));
    }
}
