package io.flamemark.host;

import java.util.ArrayList;
import java.util.List;

/** Workers that live for seconds: compiling their Java thoroughly would cost more than it gives back. */
public final class TestWorkers {

    private TestWorkers() {}

    /** Like {@link WorkerLauncher#of}, with the quick compiler only. */
    public static WorkerLauncher of(Class<?> mainClass) {
        WorkerLauncher usual = WorkerLauncher.of(mainClass.getName());
        List<String> flags = new ArrayList<>(usual.jvmFlags());
        flags.add("-XX:TieredStopAtLevel=1");
        return new WorkerLauncher(usual.mainClass(), flags, usual.environment());
    }
}
