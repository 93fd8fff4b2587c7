package io.flamemark.geometry;

import java.util.Arrays;

/**
 * COCO's compressed run lengths: each count, from the fourth on less the count two before it, is written in groups of
 * five bits, lowest first, a character {@code 48 + group} each; bit 5 says that more follow, and the last group's bit 4
 * is the sign. Source: pycocotools, {@code rleToString} and {@code rleFrString}.
 */
final class RunLengthText {

    private static final int OFFSET = 48;
    private static final int GROUP_BITS = 5;
    private static final int GROUP = 0x1f;
    private static final int SIGN = 0x10;
    private static final int MORE = 0x20;
    private static final int MOST_GROUPS = 7;

    private RunLengthText() {}

    static String encode(int[] counts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            append(text, i > 2 ? (long) counts[i] - counts[i - 2] : counts[i]);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long number) {
        long rest = number;
        boolean more;
        do {
            int group = (int) (rest & GROUP);
            rest >>= GROUP_BITS;
            more = rest != ((group & SIGN) != 0 ? -1 : 0);
            text.append((char) (OFFSET + (more ? group | MORE : group)));
        } while (more);
    }

    /** @throws IllegalArgumentException if the text has a foreign character, ends early or holds an impossible count */
    static int[] decode(String text) {
        int[] counts = new int[text.length()];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfNumber(text, at);
            long count = number(text, at, end) + (size > 2 ? counts[size - 2] : 0);
            if (count < 0 || count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("run length " + count + " at character " + at);
            }
            counts[size++] = (int) count;
            at = end;
        }
        return Arrays.copyOf(counts, size);
    }

    private static int endOfNumber(String text, int start) {
        for (int at = start; at < text.length() && at - start < MOST_GROUPS; at++) {
            int code = text.charAt(at) - OFFSET;
            if (code < 0 || code > (MORE | GROUP)) {
                throw new IllegalArgumentException("not a run-length character at " + at);
            }
            if ((code & MORE) == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("run lengths end within a number at character " + start);
    }

    private static long number(String text, int start, int end) {
        long value = (text.charAt(end - 1) - OFFSET & SIGN) != 0 ? -1 : 0;
        for (int at = end - 1; at >= start; at--) {
            value = value << GROUP_BITS | text.charAt(at) - OFFSET & GROUP;
        }
        return value;
    }
}
