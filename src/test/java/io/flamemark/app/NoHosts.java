package io.flamemark.app;

import io.flamemark.host.ActiveRun;
import io.flamemark.host.DetectionHost;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Hosts for tests in which nothing is trained or detected. */
final class NoHosts {

    RunHost runs() {
        return new RunHost() {
            @Override
            public ActiveRun start(TrainingJob job, RunListener listener) {
                throw new IllegalStateException("nothing is to be trained here");
            }

            @Override
            public void close() {}
        };
    }

    DetectionHost detection() {
        return new DetectionHost() {
            @Override
            public CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
                return CompletableFuture.failedFuture(new IOException("nothing is to be detected here"));
            }

            @Override
            public void close() {}
        };
    }
}
