package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a training is asked by somebody who has no line to its process, such as a window opened again or a command;
 * {@code request.json} in the run directory. The training looks for it twice a second, and takes it away.
 *
 * @param version of this layout
 */
public record RunRequest(int version, StopSignal.When when) {

    private static final Logger LOG = LoggerFactory.getLogger(RunRequest.class);
    private static final int VERSION = 1;

    /** Leaves a request; it counts only for the training now under way. */
    public static void leave(RunDirectory run, StopSignal.When when) throws IOException {
        RunFiles.write(run.request(), new RunRequest(VERSION, when));
    }

    /** Takes the request there is, if any. One that cannot be read is taken away too, and asks for nothing. */
    public static Optional<StopSignal.When> take(RunDirectory run) throws IOException {
        if (!Files.exists(run.request())) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(run.request());
        Files.deleteIfExists(run.request());
        try {
            JsonDocument request = JsonDocument.parse(run.request().toString(), bytes);
            return Optional.of(RecordJson.read(request.root(), RunRequest.class).when);
        } catch (JsonException e) {
            LOG.warn("What the training was asked cannot be read", e);
            return Optional.empty();
        }
    }
}
