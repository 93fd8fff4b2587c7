package io.flamemark.format;

import io.flamemark.files.CsvDocument;
import io.flamemark.files.CsvRow;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a file is from what is in it. Names are not looked at: the wild has exports called projects and back. */
final class FileSniffer {

    private static final int HEAD = 1 << 12;

    /** First bytes, as Latin-1 text. */
    private static final Map<FileKind, List<String>> MAGIC = Map.of(
            FileKind.PICTURE,
            List.of("\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8", "II*\0", "MM\0*", "RIFF", "BM"),
            FileKind.ARCHIVE,
            List.of("PK\u0003\u0004", "\u001f\u008b"),
            FileKind.UTF_16,
            List.of("\u00ff\u00fe", "\u00fe\u00ff"));

    private FileSniffer() {}

    /** What bytes are that cannot be read as JSON: one of the kinds that are none. */
    static FileKind ofNonJson(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Map.Entry<FileKind, List<String>> magic : MAGIC.entrySet()) {
            if (magic.getValue().stream().anyMatch(head::startsWith)) {
                return magic.getKey();
            }
        }
        if (head.chars().allMatch(c -> c == 0)) {
            return FileKind.ZEROS;
        }
        List<CsvRow> rows = CsvDocument.of(text(bytes)).rows();
        if (!rows.isEmpty() && CsvColumns.of(rows.get(0)).isPresent()) {
            return FileKind.VIA_CSV;
        }
        String header = rows.isEmpty() ? "" : rows.get(0).text();
        if (header.contains(CsvColumns.FILENAME + ",")) {
            return FileKind.OTHER_CSV;
        }
        if (header.matches("(?s).*" + CsvColumns.FILENAME + "\"?[;\t].*")) {
            return FileKind.CSV_OF_SPREADSHEET;
        }
        return head.strip().startsWith("<") ? FileKind.XML : FileKind.NOT_JSON;
    }

    /** Whether there is nothing in it but white space. */
    static boolean isBlank(byte[] bytes) {
        return bytes.length < HEAD && withoutMark(text(bytes)).isBlank();
    }

    /** Whether bytes were at least meant to be JSON, so that the place of the error is worth telling. */
    static boolean looksLikeJson(byte[] bytes) {
        String head = withoutMark(text(bytes)).strip();
        return head.startsWith("{") || head.startsWith("[");
    }

    private static String withoutMark(String text) {
        return text.replace("\uFEFF", "");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
    }

    static FileKind of(JsonValue root) {
        if (root instanceof JsonObject object) {
            return ofObject(object);
        }
        boolean results = root instanceof JsonArray array
                && array.size() > 0
                && array.get(0) instanceof JsonObject first
                && first.has("image_id");
        return results ? FileKind.COCO_RESULTS : FileKind.OTHER_JSON;
    }

    private static FileKind ofObject(JsonObject root) {
        if (root.has(ViaKeys.IMAGES) || root.has(ViaKeys.SETTINGS)) {
            return FileKind.VIA_PROJECT;
        }
        if (isEntry(root)) {
            return FileKind.VIA_SINGLE_IMAGE;
        }
        if (root.size() > 0 && Set.of("region", "file").containsAll(root.keys())) {
            return FileKind.VIA_ATTRIBUTES;
        }
        boolean entries = root.size() == 0
                || root.members().stream().map(JsonMember::value).anyMatch(FileSniffer::isEntry);
        return entries ? FileKind.VIA_ANNOTATIONS : FileKind.OTHER_JSON;
    }

    private static boolean isEntry(JsonValue value) {
        return value instanceof JsonObject object
                && object.has("filename")
                && (object.has("regions") || object.has("size") || object.has("file_attributes"));
    }
}
