package io.flamemark.app.command;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Deals out the letters by which the menus of a bar, or the items of one menu, are chosen with Alt: each once. */
final class Mnemonics {

    private final Set<Character> taken = new HashSet<>();

    /** The first letter of a word that is free yet, else any free one; none where all are taken. */
    Optional<Character> letterFor(String title) {
        return firstFree(title, true).or(() -> firstFree(title, false));
    }

    private Optional<Character> firstFree(String title, boolean wordsOnly) {
        for (int i = 0; i < title.length(); i++) {
            char letter = Character.toLowerCase(title.charAt(i));
            if (Character.isLetter(letter) && (!wordsOnly || startsWord(title, i)) && taken.add(letter)) {
                return Optional.of(letter);
            }
        }
        return Optional.empty();
    }

    /** A word of one letter, as an article, is none to remember. */
    private static boolean startsWord(String title, int at) {
        return (at == 0 || !Character.isLetter(title.charAt(at - 1)))
                && at + 1 < title.length()
                && Character.isLetter(title.charAt(at + 1));
    }

    /** The title as JavaFX wants it: an underscore before the letter, every other underscore doubled. */
    static String marked(String title, char letter) {
        int at = title.toLowerCase(Locale.ROOT).indexOf(letter);
        return at < 0 ? escaped(title) : escaped(title.substring(0, at)) + '_' + escaped(title.substring(at));
    }

    private static String escaped(String text) {
        return text.replace("_", "__");
    }
}
