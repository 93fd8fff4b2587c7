package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Loads one file: bytes, sniffing, tree or rows, project. */
final class ViaLoading {

    /** Bytes; for smaller files, waking another thread takes longer than the sum. */
    private static final int WORTH_A_THREAD = 1 << 20;

    private ViaLoading() {}

    /**
     * A file that was read but not understood yet.
     *
     * @param json its tree; null where it is no JSON
     * @param sha256 of the bytes, found out while they are read
     */
    record Content(Path file, byte[] bytes, FileKind kind, JsonDocument json, CompletableFuture<String> sha256) {

        /** For formats of other programs. */
        Sniffed sniffed() {
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Sniffed.HEAD));
            return new Sniffed(file, false, head, Optional.ofNullable(json).map(JsonDocument::root));
        }

        FormatException refusal() {
            return new FormatException(file, "this is " + kind.description() + "; " + kind.advice(file) + ".");
        }
    }

    private static CompletableFuture<String> sha256(byte[] bytes) {
        return bytes.length < WORTH_A_THREAD
                ? CompletableFuture.completedFuture(Sha256.of(bytes))
                : CompletableFuture.supplyAsync(() -> Sha256.of(bytes));
    }

    /** A file that was understood, and what was wrong with it. */
    record Loaded(ViaPart part, List<Finding> findings) {}

    static Content read(Path file) throws FormatException {
        return sniff(file, bytes(file));
    }

    /** What {@code bytes} are, which {@code file} holds. */
    static Content sniff(Path file, byte[] bytes) throws FormatException {
        CompletableFuture<String> sha256 = sha256(bytes);
        if (!FileSniffer.looksLikeJson(bytes)) {
            return new Content(file, bytes, FileSniffer.ofNonJson(bytes), null, sha256);
        }
        try {
            JsonDocument json = JsonDocument.parse(file.toString(), bytes);
            return new Content(file, bytes, FileSniffer.of(json.root()), json, sha256);
        } catch (JsonException e) {
            throw damaged(file, bytes, e);
        }
    }

    /** The project in a file whose kind {@link FileKind#isVia}. */
    static Loaded load(Content content, ViaDocument.Place place, AtomicLong regionIds) throws FormatException {
        Path file = content.file();
        if (!content.kind().isVia()) {
            throw content.refusal();
        }
        if (content.kind() == FileKind.VIA_CSV) {
            return loadCsv(content, regionIds);
        }
        ViaReader reader = new ViaReader(file.toString(), place, regionIds);
        try {
            ViaDocument document = reader.read(content.json(), content.kind(), baseName(file));
            return loaded(content, document, reader.findings());
        } catch (JsonException e) {
            throw FormatException.of(file, e, "the file is damaged, so restore it from a copy");
        }
    }

    private static Loaded loadCsv(Content content, AtomicLong regionIds) throws FormatException {
        Path file = content.file();
        try {
            CsvDocument csv = CsvDocument.parse(file.toString(), content.bytes());
            CsvColumns columns = CsvColumns.of(csv.rows().get(0)).orElseThrow(content::refusal);
            ViaCsvReader reader = new ViaCsvReader(file.toString(), regionIds);
            return loaded(content, reader.read(csv, columns, baseName(file)), reader.findings());
        } catch (JsonException e) {
            throw damaged(file, content.bytes(), e);
        }
    }

    private static Loaded loaded(Content content, ViaDocument document, List<Finding> findings) {
        ViaPart part = new ViaPart(
                content.file(), document, document.known(), content.sha256().join());
        return new Loaded(part, findings);
    }

    /** Whether a file can be opened losslessly, without saying why not. */
    static boolean isVia(Path file) {
        try {
            return read(file).kind().isVia();
        } catch (FormatException e) {
            return false;
        }
    }

    /** What the bytes of a file in another encoding than UTF-8 are. */
    static Content read(Path file, Charset charset) throws FormatException {
        String text = TextReading.text(bytes(file), charset)
                .orElseThrow(() -> new FormatException(file, "the file is not in " + charset + "; choose another."));
        return sniff(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Path file) throws FormatException {
        if (!Files.isRegularFile(file)) {
            throw new FormatException(file, "there is no such file; check the name, or choose another file.");
        }
        try {
            byte[] bytes = JsonDocument.readBytes(file);
            if (FileSniffer.isBlank(bytes)) {
                throw new FormatException(file, "the file is empty; restore it from a copy, or start a new project.");
            }
            return bytes;
        } catch (FormatException e) {
            throw e;
        } catch (JsonException e) {
            throw damaged(file, new byte[0], e);
        } catch (AccessDeniedException e) {
            throw new FormatException(file, "reading the file is not allowed; change its permissions.", e);
        } catch (IOException e) {
            throw new FormatException(file, "the file cannot be read (" + e + ").", e);
        }
    }

    private static FormatException damaged(Path file, byte[] bytes, JsonException e) {
        if (TextReading.text(bytes, StandardCharsets.UTF_8).isEmpty()) {
            return new EncodingException(file, e, TextReading.of(bytes));
        }
        boolean tooLarge = e.place().line() == 0;
        String advice = tooLarge
                ? "split it into several projects, or give the program more memory (-Xmx)"
                : "mend it there in a text editor, or restore it from a copy";
        return FormatException.of(file, e, advice);
    }

    static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
