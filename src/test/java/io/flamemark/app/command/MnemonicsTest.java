package io.flamemark.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MnemonicsTest {

    private final Mnemonics letters = new Mnemonics();

    @Test
    void eachLetterIsDealtOnceStartsOfWordsFirst() {
        assertEquals(Optional.of('s'), letters.letterFor("Save"));
        assertEquals(Optional.of('a'), letters.letterFor("Save as…"));
        assertEquals(Optional.of('f'), letters.letterFor("Save a folder…"));
        assertEquals(Optional.of('v'), letters.letterFor("Save"));
        assertEquals(Optional.of('e'), letters.letterFor("Save as"));
        assertEquals(Optional.empty(), letters.letterFor("as"));
        assertEquals(Optional.empty(), letters.letterFor(""));
    }

    @Test
    void otherUnderscoresStayWhatTheyAre() {
        assertEquals("_Save", Mnemonics.marked("Save", 's'));
        assertEquals("sample  –  _via__project.json", Mnemonics.marked("sample  –  via_project.json", 'v'));
        assertEquals("a__b", Mnemonics.marked("a_b", 'x'));
    }
}
