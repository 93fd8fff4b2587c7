package io.flamemark.exchange.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.annotation.FindingList;
import io.flamemark.exchange.Foreign;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Names of files that are written for images")
class OutputNamesTest {

    private final FindingList losses = new FindingList("p.json");
    private final OutputNames names = new OutputNames(losses);

    @Test
    @DisplayName("are the images' own where a file may be called so, in any language")
    void kept() {
        for (String name : List.of("a b", "\u706b\u707d", "100% #1", "a.b.c", "x".repeat(240), "console", "com")) {
            assertEquals(name, names.of(Foreign.image("deep/" + name + ".jpg")));
        }
        assertEquals(List.of(), losses.all());
    }

    @Test
    @DisplayName("are others, and told, where it is taken, too long, a device of Windows, or has signs no system takes")
    void changed() {
        assertEquals("A", names.of(Foreign.image("A.jpg")));
        assertEquals("a-2", names.of(Foreign.image("a.png")));
        assertEquals("_CON", names.of(Foreign.image("CON.jpg")));
        assertEquals("_nul.1", names.of(Foreign.image("nul.1.jpg")));
        assertEquals("a_b_c", names.of(Foreign.image("a?b:c.jpg")));
        assertEquals("image", names.of(Foreign.image("..")));
        assertEquals("\ud83d\udd25".repeat(60), names.of(Foreign.image("\ud83d\udd25".repeat(3_000) + ".jpg")));
        assertEquals("x".repeat(239), names.of(Foreign.image("x".repeat(239) + "\ud83d\udd25.jpg")));
        assertEquals(7, losses.all().size());
    }
}
