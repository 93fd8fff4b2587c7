package io.flamemark.app.train.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeenKindTest {

    private static final RunConfig CONFIG = MemoryFiles.config("quick");

    @Test
    @DisplayName("every kind of variation can be seen alone, and no other varies anything then")
    void alone() {
        Set<String> seen = Arrays.stream(SeenKind.values())
                .filter(kind -> kind != SeenKind.ALL)
                .map(kind -> theOnlyOne(kind.of(CONFIG).augmenting()))
                .collect(Collectors.toSet());
        Set<String> all = Arrays.stream(Augmenting.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertEquals(all, seen);
    }

    private static String theOnlyOne(Augmenting augmenting) {
        Set<String> on = Arrays.stream(Augmenting.class.getRecordComponents())
                .filter(field -> valueOf(field, augmenting) > 0)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertEquals(1, on.size(), on::toString);
        return on.iterator().next();
    }

    private static double valueOf(RecordComponent field, Augmenting augmenting) {
        try {
            return (double) field.getAccessor().invoke(augmenting);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("together they are shown as they are set")
    void together() {
        assertSame(CONFIG, SeenKind.ALL.of(CONFIG));
    }

    @Test
    @DisplayName(
            "a chance is shown on every image, a strength as it is set; the words tell which and whether it is off")
    void strength() {
        assertEquals(1, SeenKind.FLIP.of(CONFIG).augmenting().flip());
        assertEquals("Training will vary 50 of 100 images so.", SeenKind.FLIP.use(CONFIG));
        assertEquals(
                CONFIG.augmenting().colorJitter(),
                SeenKind.COLOUR.of(CONFIG).augmenting().colorJitter());
        assertEquals(1, SeenKind.MOSAIC.of(CONFIG).augmenting().mosaic());
        assertTrue(SeenKind.MOSAIC.use(CONFIG).startsWith("Training will not"), SeenKind.MOSAIC.use(CONFIG));
    }
}
