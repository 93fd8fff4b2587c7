package io.flamemark.format;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names as a person orders them: {@code img2} before {@code img10}, capitals aside. */
final class NaturalOrder {

    static final Comparator<Path> OF_PATHS =
            Comparator.comparing((Path p) -> p.getFileName().toString(), NaturalOrder::compare);

    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {}

    static int compare(String a, String b) {
        Matcher left = RUN.matcher(a);
        Matcher right = RUN.matcher(b);
        while (true) {
            boolean hasLeft = left.find();
            boolean hasRight = right.find();
            if (!hasLeft || !hasRight) {
                return hasLeft ? 1 : hasRight ? -1 : a.compareTo(b);
            }
            int order = compareRuns(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareRuns(String a, String b) {
        boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareToIgnoreCase(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
