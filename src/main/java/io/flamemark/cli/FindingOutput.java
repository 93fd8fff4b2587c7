package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.files.JsonObject;
import java.util.Locale;

/** A finding as it is printed: a line for people, an object for machines. */
final class FindingOutput {

    /** Characters; a name may be a whole picture as text, and a line is to be read. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_SENTENCE = 600;

    private FindingOutput() {}

    static JsonObject json(Finding finding) {
        JsonObject.Builder object = JsonObject.builder()
                .put("severity", severity(finding))
                .put("code", finding.code())
                .put("file", finding.file());
        finding.image().ifPresent(id -> object.put("image", id.key()));
        finding.region().ifPresent(index -> object.put("region", index));
        return object.put("message", finding.message()).build();
    }

    /** Severity, image, sentence and code. */
    static String line(Finding finding) {
        String where = finding.image()
                .map(id -> " " + shortened(id.key(), LONGEST_NAME))
                .orElse("");
        String sentence = shortened(finding.message(), LONGEST_SENTENCE);
        return severity(finding) + where + ": " + sentence + " [" + finding.code() + "]";
    }

    /** Without its middle, since a sentence begins with the name and ends with the reason. */
    private static String shortened(String text, int longest) {
        int half = longest / 2;
        return text.length() <= longest ? text : text.substring(0, half) + "..." + text.substring(text.length() - half);
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
