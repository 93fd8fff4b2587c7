package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.detection.Detection;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.StopSignal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkerProtocolTest {

    @Test
    @DisplayName("every command arrives as it was sent")
    void commands() {
        for (WorkerCommand command : List.of(
                new WorkerCommand.Start(Path.of("/runs/a b")),
                new WorkerCommand.Stop(StopSignal.When.AFTER_EPOCH),
                new WorkerCommand.Detect(7, Path.of("w"), Path.of("i.jpg"), 0.05),
                new WorkerCommand.Quit())) {
            assertEquals(Optional.of(command), WorkerProtocol.command(WorkerProtocol.line(command)));
        }
        assertEquals(Optional.empty(), WorkerProtocol.command("{\"type\":\"dance\"}"));
        assertEquals(Optional.empty(), WorkerProtocol.command(""));
    }

    @Test
    @DisplayName("every message arrives as it was sent")
    void messages() {
        WireDetection found = WireDetection.of(ScriptedDetectors.SEEN.all().get(0));
        for (WorkerMessage message : List.of(
                new WorkerMessage.Hello(1, 42, "17", "Flamemark 1"),
                new WorkerMessage.Alive(-1, 30),
                new WorkerMessage.Found(7, List.of("fire"), List.of(found)),
                new WorkerMessage.Refused(8, "a \"reason\"\nof two lines"),
                new WorkerMessage.Bye(20, "b.png cannot be read"))) {
            String line = WorkerProtocol.line(message);
            assertTrue(!line.contains("\n"), line);
            assertEquals(new WorkerProtocol.Spoken.Message(message), WorkerProtocol.spoken(line));
        }
    }

    @Test
    @DisplayName("an event is spoken as it is logged")
    void events() {
        LoggedEvent logged = new LoggedEvent(3, Instant.parse("2026-11-22T17:30:00.125Z"), ScriptedBackend.step(2));
        assertEquals(new WorkerProtocol.Spoken.Event(logged), WorkerProtocol.spoken(logged.line()));
    }

    @Test
    @DisplayName("anything else is text for the log")
    void text() {
        for (String line : List.of("", "# SIGSEGV", "{", "{}", "[1]", "{\"seq\":1}", "{\"type\":\"nonsense\"}")) {
            assertEquals(new WorkerProtocol.Spoken.Text(line), WorkerProtocol.spoken(line));
        }
    }

    @Test
    @DisplayName("any mask survives the way, whatever its window")
    void masks() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int width = random.nextInt(9);
            int height = random.nextInt(9);
            BitSet bits = new BitSet();
            for (int p = 0; p < width * height; p++) {
                bits.set(p, random.nextInt(3) > 0);
            }
            Mask mask = new Mask(random.nextInt(5) - 2, random.nextInt(5), width, height, bits);
            Detection detection = new Detection(2, 0.5, new Box(0.1, 0.2, 3, 4), mask);
            Detection back = WireDetection.of(detection).toDetection();
            assertEquals(detection, back);
            assertEquals(mask.window(), back.mask().window());
        }
    }

    @Test
    @DisplayName("options of a worker survive the way")
    void options() {
        WorkerOptions options = WorkerOptions.of(WorkerTimes.standard());
        assertEquals(options, WorkerOptions.parse(options.arguments()));
        assertEquals(
                WorkerOptions.OnOrphan.CONTINUE,
                WorkerOptions.parse(List.of("--on-orphan=continue")).onOrphan());
    }

    @Test
    @DisplayName("lines are split at any end of line, and cut at the limit")
    void lines() throws Exception {
        byte[] bytes = "ab\r\n\nabcdefgh\nü".getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), 5)) {
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        assertEquals(List.of("ab", "", "abcde", "ü"), lines);
    }
}
