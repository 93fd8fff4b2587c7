package io.flamemark.app.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.run.RunState;
import io.flamemark.run.RunSummary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    @DisplayName("a run is called by the name it was given, else by when it began, not by its folder")
    void called() {
        RunSummary plain = MemoryFiles.summary("2026-11-22T1730-fires-a1b2", "quick", RunState.FINISHED, "", 0.5);
        assertEquals(Words.when(plain.created()), Words.called(plain));
        RunSummary named =
                new RunSummary(plain.directory(), "night", plain.preset(), plain.created(), plain.status(), "");
        assertEquals("night", Words.called(named));
    }
}
