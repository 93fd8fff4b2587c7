package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The precision of a training")
class PrecisionTest {

    @Test
    @DisplayName("is the one named, whatever a run was begun with")
    void named() {
        for (Precision precision : Precision.values()) {
            for (Precision before : Precision.values()) {
                assertEquals(precision, Precision.forTraining(precision.title(), Optional.of(before.title())));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Precision.forTraining("half", Optional.empty()));
    }

    @Test
    @DisplayName("chosen by itself stays that of the run that goes on, where the processor is one for it")
    void resumed() {
        assertEquals(Precision.FLOAT32, Precision.forTraining("auto", Optional.of("float32")));
        Precision again = PrecisionProbe.hasInstructions() ? Precision.BFLOAT16 : Precision.FLOAT32;
        assertEquals(again, Precision.forTraining("auto", Optional.of("bfloat16")));
    }

    @Test
    @DisplayName("chosen by itself on a graphics card is of 32 bits, whatever a run was begun with")
    void onACard() {
        try (PretendedCard card = new PretendedCard()) {
            assertEquals(Precision.FLOAT32, Precision.forTraining("auto", Optional.of("bfloat16")));
            assertEquals(Precision.FLOAT32, Precision.forTraining("auto", Optional.empty()));
            assertEquals(Precision.BFLOAT16, Precision.forTraining("bfloat16", Optional.empty()), "asked for");
        }
    }
}
