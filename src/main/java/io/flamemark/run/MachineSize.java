package io.flamemark.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What there is to train with.
 *
 * @param processors logical ones
 * @param mebibytes of memory in all
 */
public record MachineSize(int processors, long mebibytes) {

    private static final long MEBIBYTE = 1 << 20;

    /** The machine this program runs on; inside a container, the container's share. */
    public static MachineSize here() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new MachineSize(Runtime.getRuntime().availableProcessors(), bytes / MEBIBYTE);
    }
}
