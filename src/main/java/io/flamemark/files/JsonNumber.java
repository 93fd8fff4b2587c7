package io.flamemark.files;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigDecimal;

/** A JSON number, kept as it was written: {@code 1}, {@code 1.0} and {@code 1e0} are three different literals. */
public final class JsonNumber extends JsonValue {

    private static final double LARGEST_EXACT = 1L << 53;

    /** So many digits fit an int. */
    private static final int SHORT = 9;

    /** Null where the source text holds it. */
    private final String literal;

    private JsonNumber(String literal) {
        super(null, 0, 0);
        this.literal = literal;
    }

    JsonNumber(SourceText source, int start, int end) {
        super(source, start, end);
        this.literal = null;
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /**
     * The shortest literal that reads back as {@code value}, without a fraction where it is whole.
     *
     * @throws IllegalArgumentException if it is not finite, which JSON cannot say
     */
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return new JsonNumber(whole ? Long.toString((long) value) : Double.toString(value));
    }

    public String literal() {
        return literal != null ? literal : source.slice(start, end);
    }

    public double doubleValue() {
        return literal == null ? valueOf(source.text(), start, end) : decimal(literal);
    }

    /** The number in a part of a text. Most are whole coordinates: those need no text of their own. */
    static double valueOf(String text, int start, int end) {
        if (end - start > SHORT) {
            return decimal(text.substring(start, end));
        }
        boolean negative = text.charAt(start) == '-';
        int value = 0;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return decimal(text.substring(start, end));
            }
            value = value * 10 + (c - '0');
        }
        return negative ? -(double) value : value;
    }

    /** Rounds as Java does, several times as fast. */
    private static double decimal(String literal) {
        return NumberInput.parseDouble(literal, true);
    }

    /** Whether it is a whole number in the range of {@code long}, however it is written. */
    public boolean isWhole() {
        double value = doubleValue();
        double size = Math.abs(value);
        return value == Math.rint(value) && (size < LARGEST_EXACT || size <= Long.MAX_VALUE && fitsLong(literal()));
    }

    private static boolean fitsLong(String literal) {
        return new BigDecimal(literal).toBigInteger().bitLength() < Long.SIZE;
    }

    /** The number without its fraction; see {@link #isWhole}. */
    public long longValue() {
        String text = literal();
        boolean plain = text.length() <= 18 && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (plain) {
            return Long.parseLong(text);
        }
        double value = doubleValue();
        // An exponent beyond what a BigDecimal bears makes a number of nothing, or of no end.
        return Math.abs(value) < LARGEST_EXACT || !isWhole() ? (long) value : new BigDecimal(text).longValue();
    }

    @Override
    public String kind() {
        return "the number " + literal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber that && that.literal().equals(literal());
    }

    @Override
    public int hashCode() {
        return literal().hashCode();
    }
}
