package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("a request is taken once")
    void once() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        RunRequest.leave(run, StopSignal.When.PAUSE);
        assertEquals(Optional.of(StopSignal.When.PAUSE), RunRequest.take(run));
        assertEquals(Optional.empty(), RunRequest.take(run));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"version\": 1}", "{\"version\": 1, \"when\": \"soon\"}"})
    @DisplayName("a request that cannot be read is taken away and asks for nothing")
    void damaged(String text) throws Exception {
        RunDirectory run = new RunDirectory(folder);
        Files.writeString(run.request(), text);
        assertEquals(Optional.empty(), RunRequest.take(run));
        assertFalse(Files.exists(run.request()));
    }
}
