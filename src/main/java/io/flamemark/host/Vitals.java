package io.flamemark.host;

import com.sun.management.OperatingSystemMXBean;
import io.flamemark.run.RunEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signs of life of this process. */
final class Vitals {

    private static final long MEBIBYTE = 1L << 20;
    private static final long PAGE = 4096;

    private Vitals() {}

    static WorkerMessage.Alive now() {
        Runtime runtime = Runtime.getRuntime();
        return new WorkerMessage.Alive(residentMebibytes(), (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE);
    }

    /** What this process takes of the machine; the processor's share is that since this was last asked. */
    static RunEvent.MachineMeasured measured(int step) {
        WorkerMessage.Alive memory = now();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new RunEvent.MachineMeasured(
                step,
                memory.rssMebibytes(),
                memory.heapMebibytes(),
                share(system.getProcessCpuLoad()),
                share(system.getCpuLoad()));
    }

    private static double share(double load) {
        return load < 0 ? Double.NaN : load;
    }

    /** Resident memory, native parts included; -1 where the system does not say (it does on Linux). */
    private static long residentMebibytes() {
        try {
            String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
            return Long.parseLong(pages[1]) * PAGE / MEBIBYTE;
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
