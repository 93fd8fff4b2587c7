package io.flamemark.host;

import java.util.List;

/** A worker without a network, for {@link ForkedRunHostTest}. */
public final class ScriptedWorkerMain {

    private ScriptedWorkerMain() {}

    public static void main(String[] arguments) {
        System.exit(Worker.runOnStandardStreams(new ScriptedBackend(), new ScriptedDetectors(), List.of(arguments)));
    }
}
