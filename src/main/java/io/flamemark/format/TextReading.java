package io.flamemark.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to read a file that is not in UTF-8. Nothing in the file says which is right; a person sees it in the sample.
 *
 * @param language whose writing the encoding is for: {@code Chinese}
 * @param sample a piece of the file, so read
 */
public record TextReading(String language, Charset charset, String sample) {

    private static final Map<String, String> ENCODINGS = encodings();

    private static final int SAMPLE_BEFORE = 8;
    private static final int SAMPLE_LENGTH = 24;

    private static Map<String, String> encodings() {
        Map<String, String> encodings = new LinkedHashMap<>();
        encodings.put("Chinese", "GB18030");
        encodings.put("Traditional Chinese", "Big5");
        encodings.put("Japanese", "Shift_JIS");
        encodings.put("Korean", "EUC-KR");
        encodings.put("Cyrillic", "windows-1251");
        encodings.put("Western", "windows-1252");
        return encodings;
    }

    /** The readings in which every byte has a meaning. */
    static List<TextReading> of(byte[] bytes) {
        List<TextReading> readings = new ArrayList<>();
        ENCODINGS.forEach((language, name) -> {
            if (Charset.isSupported(name)) {
                Charset charset = Charset.forName(name);
                text(bytes, charset).ifPresent(text -> readings.add(new TextReading(language, charset, sample(text))));
            }
        });
        return readings;
    }

    /** The text of bytes; empty where some have no meaning in the encoding. */
    static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Around the first letter that is not English. */
    private static String sample(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) < 128) {
            first++;
        }
        int from = Math.max(0, first - SAMPLE_BEFORE);
        return text.substring(from, Math.min(text.length(), from + SAMPLE_LENGTH))
                .replaceAll("\\p{Cntrl}", " ");
    }
}
