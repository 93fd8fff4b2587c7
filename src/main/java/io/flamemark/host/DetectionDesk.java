package io.flamemark.host;

import io.flamemark.detection.Detections;
import io.flamemark.run.Detector;
import io.flamemark.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests to look at images. The last model is kept open, and opened anew when its files have changed. For one
 * thread.
 */
final class DetectionDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionDesk.class);

    private final Detector.Factory factory;
    private Open open;

    private record Open(Path weights, FileTime changed, Detector detector) {}

    DetectionDesk(Detector.Factory factory) {
        this.factory = factory;
    }

    /**
     * {@link WorkerMessage.Found} or {@link WorkerMessage.Refused}; {@link WorkerMessage.Bye} where this process can look
     * at nothing any more. Its host then refuses the request, and has the next one answered by another process.
     */
    WorkerMessage answer(WorkerCommand.Detect request) {
        try {
            DetectionHost.Found found = detect(request.weights(), request.image(), request.minScore());
            List<WireDetection> wire =
                    found.detections().all().stream().map(WireDetection::of).toList();
            return new WorkerMessage.Found(request.id(), found.labels().classes(), wire);
        } catch (IOException e) {
            return LostCard.in(e)
                    .<WorkerMessage>map(this::bye)
                    .orElseGet(() -> new WorkerMessage.Refused(request.id(), e.getMessage()));
        }
    }

    /** The model is left as it is: on a lost card nothing can be freed, and it goes with the process. */
    private WorkerMessage.Bye bye(String why) {
        open = null;
        return new WorkerMessage.Bye(WorkerExit.CODE_FAILED, why);
    }

    DetectionHost.Found detect(Path weights, Path image, double minScore) throws IOException {
        try {
            Detector detector = detectorFor(weights);
            Detections detections = detector.detect(image, minScore);
            return new DetectionHost.Found(detector.labels(), detections);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("Detection failed on {}", image, e);
            String why = Shortage.ofMemoryToLook(e).map(it -> ". " + it).orElse(": " + e.getMessage());
            throw new IOException(image + " could not be looked at" + why, e);
        }
    }

    private Detector detectorFor(Path weights) throws IOException {
        FileTime changed = lastChange(weights);
        if (open == null || !open.weights().equals(weights) || !open.changed().equals(changed)) {
            close();
            open = new Open(weights, changed, factory.open(weights));
        }
        return open.detector();
    }

    /** Of the weights file itself, wherever it lies in a run directory or model folder. */
    private static FileTime lastChange(Path weights) throws IOException {
        for (Path candidate :
                List.of(new RunDirectory(weights).weights(), weights.resolve(RunDirectory.WEIGHTS), weights)) {
            if (Files.exists(candidate)) {
                return Files.getLastModifiedTime(candidate);
            }
        }
        throw new IOException(weights + ": there is no such model");
    }

    @Override
    public void close() {
        if (open != null) {
            open.detector().close();
            open = null;
        }
    }
}
