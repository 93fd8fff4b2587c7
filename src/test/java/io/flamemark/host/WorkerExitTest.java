package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerExitTest {

    @ParameterizedTest
    @CsvSource({
        "0, FINISHED",
        "1, FAILED",
        "3, OUT_OF_MEMORY",
        "10, STOPPED",
        "20, BAD_INPUT",
        "134, NATIVE_CRASH",
        "139, NATIVE_CRASH",
        "137, KILLED",
        "143, KILLED",
        "-1073741819, NATIVE_CRASH"
    })
    @DisplayName("each exit code has its meaning and a sentence; those a person can act on say how")
    void meanings(int code, WorkerExit.Kind kind) {
        WorkerExit exit = WorkerExit.of(code, Optional.empty(), Path.of("worker.log"));
        assertEquals(kind, exit.kind());
        assertTrue(exit.sentence().endsWith("."), exit.sentence());
        if (kind == WorkerExit.Kind.OUT_OF_MEMORY || kind == WorkerExit.Kind.KILLED) {
            assertTrue(exit.sentence().contains("smaller image size"), exit.sentence());
        }
    }

    @ParameterizedTest
    @CsvSource({"137", "143", "139", "1"})
    @DisplayName("a worker we ended that said nothing was ended by force, whatever the system's code for it")
    void endedByForce(int code) {
        Path log = Path.of("worker.log");
        WorkerExit ended = WorkerExit.of(code, Optional.empty(), true, log);
        assertEquals(WorkerExit.Kind.STOPPED, ended.kind());
        assertTrue(ended.sentence().contains("ended by force"), ended.sentence());
        assertEquals(WorkerExit.of(code, Optional.empty(), log), WorkerExit.of(code, Optional.empty(), false, log));
    }

    @Test
    @DisplayName("a worker's last word counts more than the code and than our force")
    void lastWord() {
        WorkerMessage.Bye bye = new WorkerMessage.Bye(WorkerExit.CODE_BAD_INPUT, "As it said.");
        WorkerExit exit = WorkerExit.of(137, Optional.of(bye), true, Path.of("worker.log"));
        assertEquals(WorkerExit.Kind.BAD_INPUT, exit.kind());
        assertEquals("As it said.", exit.sentence());
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "20"})
    @DisplayName("what the worker said itself is passed on")
    void ownWords(int code) {
        assertEquals(
                "As it said.",
                WorkerExit.of(code, Optional.of("As it said."), Path.of("worker.log"))
                        .sentence());
    }
}
