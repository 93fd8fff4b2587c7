package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsCardTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("a card is found by what its driver lists, and the sentence names it and says whether it is used")
    void found() throws IOException {
        assertEquals(Optional.empty(), GraphicsCard.find(folder.resolve("none")));
        assertEquals(Optional.empty(), GraphicsCard.find(folder));
        Path card = Files.createDirectories(folder.resolve("0000:01:00.0"));
        assertEquals("NVIDIA", GraphicsCard.find(folder).orElseThrow().name());
        Files.writeString(card.resolve("information"), "Model: \t\t NVIDIA GeForce RTX 3060\nIRQ:   170\n");
        GraphicsCard found = GraphicsCard.find(folder).orElseThrow();
        assertEquals("NVIDIA GeForce RTX 3060", found.name());
        PresetChoice choice = PresetChoice.of(
                RunFixture.dataset(folder), new MachineSize(4, 16_000, Optional.of(found)), Speeds.NONE);
        assertTrue(choice.why().contains("RTX 3060) is "), choice.why());
    }

    @Test
    @DisplayName("the usual build has no engine for cards, says so, and a build with one promises only to try")
    void prospect() {
        String prospect = new GraphicsCard("RTX 3060").prospect();
        assertEquals(
                GraphicsCard.engineIsThere()
                        ? "The graphics card (RTX 3060) is used if its driver and the runtime library of CUDA suit the"
                                + " engine."
                        : "The graphics card (RTX 3060) is not used: this build computes on the processor; the README"
                                + " says how one is built that computes on cards.",
                prospect);
    }
}
