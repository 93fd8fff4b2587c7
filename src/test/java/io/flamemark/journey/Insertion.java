package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.fail;

/** What a save may do to a file where one region was added: insert text at one place and leave all else as it was. */
final class Insertion {

    private Insertion() {}

    /** The inserted text; fails where anything else was changed. */
    static String between(String before, String after) {
        int head = 0;
        while (head < Math.min(before.length(), after.length()) && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        String rest = before.substring(head);
        if (!after.substring(head).endsWith(rest)) {
            fail("more was changed than one place, from character " + head + " on: " + after);
        }
        return after.substring(head, after.length() - rest.length());
    }
}
