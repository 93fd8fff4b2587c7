package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.files.JsonObject;
import java.util.Locale;

/** A finding as it is printed: a line for people, an object for machines. */
final class FindingOutput {

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
        String where = finding.image().map(id -> " " + id.key()).orElse("");
        return severity(finding) + where + ": " + finding.message() + " [" + finding.code() + "]";
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
