package io.flamemark.host;

import com.sun.management.OperatingSystemMXBean;
import io.flamemark.run.RunEvent;
import java.lang.management.ManagementFactory;

/** Signs of life of this process. */
final class Vitals {

    private static final long MEBIBYTE = 1L << 20;

    private Vitals() {}

    static WorkerMessage.Alive now() {
        Runtime runtime = Runtime.getRuntime();
        return new WorkerMessage.Alive(
                ProcessMemory.mebibytes(), (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE);
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
}
