package io.flamemark.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What there is to train with.
 *
 * @param processors logical ones
 * @param mebibytes of memory in all
 * @param card that lies idle
 */
public record MachineSize(int processors, long mebibytes, Optional<GraphicsCard> card) {

    private static final long MEBIBYTE = 1 << 20;

    /** A machine without a graphics card. */
    public MachineSize(int processors, long mebibytes) {
        this(processors, mebibytes, Optional.empty());
    }

    /** The machine this program runs on; inside a container, the container's share. */
    public static MachineSize here() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new MachineSize(Runtime.getRuntime().availableProcessors(), bytes / MEBIBYTE, GraphicsCard.find());
    }
}
