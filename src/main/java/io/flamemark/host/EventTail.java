package io.flamemark.host;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonValue;
import io.flamemark.run.LoggedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code events.jsonl} while another process writes it: each call gives what was added since the last. */
final class EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int AT_ONCE = 1 << 16;

    private final Path file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long read;

    EventTail(Path file) {
        this.file = file;
    }

    /** The events whose lines are complete; none where there is no file yet. */
    List<LoggedEvent> next() throws IOException {
        List<LoggedEvent> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
            for (int count = channel.read(buffer, read); count > 0; count = channel.read(buffer, read)) {
                read += count;
                take(buffer.array(), count, events);
                buffer.clear();
            }
        }
        return events;
    }

    private void take(byte[] bytes, int count, List<LoggedEvent> events) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                event(line.toString(StandardCharsets.UTF_8)).ifPresent(events::add);
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    private Optional<LoggedEvent> event(String text) {
        try {
            return Optional.of(
                    LoggedEvent.of(JsonValue.parse(file.toString(), text).asObject()));
        } catch (JsonException e) {
            LOG.warn("{} holds a line that is no event known here: {}", file, text, e);
            return Optional.empty();
        }
    }
}
