package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunChartsTest {

    @Test
    @DisplayName("two runs of one name stay two in a legend; a name that is no other's is left as it is")
    void distinctNames() {
        Map<RunDirectory, String> names = Map.of(run("a"), "Pine", run("b"), "Pine", run("c"), "Oak");
        assertEquals(
                List.of("Pine (a)", "Pine (b)", "Oak"),
                RunCharts.distinct(List.of(run("a"), run("b"), run("c")), names::get));
    }

    private static RunDirectory run(String id) {
        return new RunDirectory(Path.of("runs", id));
    }
}
