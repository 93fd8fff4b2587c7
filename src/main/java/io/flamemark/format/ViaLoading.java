package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** Loads one file: bytes, sniffing, tree, project. */
final class ViaLoading {

    private ViaLoading() {}

    /** A file that was read, and what was wrong with it. */
    record Loaded(ViaPart part, List<Finding> findings) {}

    static Loaded load(Path file, ViaDocument.Place place, LongSupplier regionIds) throws FormatException {
        byte[] bytes = bytes(file);
        JsonDocument json = parse(file, bytes);
        FileKind kind = FileSniffer.of(json.root());
        if (!kind.opens()) {
            throw refusal(file, kind);
        }
        ViaReader reader = new ViaReader(file.toString(), place, regionIds);
        try {
            ViaDocument document = reader.read(json, kind, baseName(file));
            return new Loaded(new ViaPart(file, document, document.known(), Sha256.of(bytes)), reader.findings());
        } catch (JsonException e) {
            throw FormatException.of(file, e, "the file is damaged, so restore it from a copy");
        }
    }

    /** Whether a file can be opened, without saying why not. */
    static boolean opens(Path file) {
        try {
            return FileSniffer.of(parse(file, bytes(file)).root()).opens();
        } catch (FormatException e) {
            return false;
        }
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
            throw FormatException.of(file, e, "split it into several projects, or give the program more memory (-Xmx)");
        } catch (AccessDeniedException e) {
            throw new FormatException(file, "reading the file is not allowed; change its permissions.", e);
        } catch (IOException e) {
            throw new FormatException(file, "the file cannot be read (" + e + ").", e);
        }
    }

    private static JsonDocument parse(Path file, byte[] bytes) throws FormatException {
        if (!FileSniffer.looksLikeJson(bytes)) {
            throw refusal(file, FileSniffer.ofNonJson(bytes));
        }
        try {
            return JsonDocument.parse(file.toString(), bytes);
        } catch (JsonException e) {
            throw FormatException.of(file, e, "mend it there in a text editor, or restore it from a copy");
        }
    }

    private static FormatException refusal(Path file, FileKind kind) {
        return new FormatException(file, "this is " + kind.description() + "; " + kind.advice() + ".");
    }

    static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
