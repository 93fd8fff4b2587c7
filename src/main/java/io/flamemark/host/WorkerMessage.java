package io.flamemark.host;

import java.util.List;

/**
 * What a worker tells its host besides the events of a run, a line of JSON each on the worker's standard output.
 */
sealed interface WorkerMessage {

    /** The first line. */
    record Hello(int protocol, long pid, String java, String program) implements WorkerMessage {}

    /** Told every few seconds, whatever else happens. */
    record Alive(long rssMebibytes, long heapMebibytes) implements WorkerMessage {}

    /** The answer to {@link WorkerCommand.Detect}. */
    record Found(long id, List<String> labels, List<WireDetection> detections) implements WorkerMessage {}

    /** The other answer to {@link WorkerCommand.Detect}: why not. */
    record Refused(long id, String reason) implements WorkerMessage {}

    /** The last line. The process's own code may differ, should libtorch crash while it is taken down. */
    record Bye(int code, String reason) implements WorkerMessage {}
}
