package io.flamemark.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelListTest {

    private static final ModelChoice OLD = new ModelChoice("yesterday", Path.of("runs", "old"));
    private static final ModelChoice NEW = new ModelChoice("today", Path.of("runs", "new"));
    private final ModelList models = new ModelList();

    @Test
    @DisplayName("the newest run is chosen where nothing is, and kept when a newer one comes")
    void newest() {
        models.setRuns(List.of(OLD));
        assertEquals(OLD, models.chosenProperty().get());
        models.setRuns(List.of(NEW, OLD));
        assertEquals(OLD, models.chosenProperty().get());
        assertEquals(List.of(NEW, OLD), models.all());
    }

    @Test
    @DisplayName("a run chosen before it was listed is not listed twice and takes its proper name")
    void renamed() {
        models.choose(new ModelChoice("2026-fire-a1b2", NEW.weights()));
        models.setRuns(List.of(NEW, OLD));
        assertEquals(List.of(NEW, OLD), models.all());
        assertEquals(NEW, models.chosenProperty().get());
    }

    @Test
    @DisplayName("a weights file from elsewhere stays in the list; another project clears it")
    void elsewhere() {
        ModelChoice file = new ModelChoice("mine.pth", Path.of("mine.pth"));
        models.setRuns(List.of(NEW));
        models.choose(file);
        models.setRuns(List.of(NEW, OLD));
        assertEquals(List.of(NEW, OLD, file), models.all());
        models.forget();
        assertNull(models.chosenProperty().get());
        assertEquals(List.of(), models.all());
    }
}
