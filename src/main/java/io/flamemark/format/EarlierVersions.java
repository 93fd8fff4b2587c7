package io.flamemark.format;

import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a project file held before it was saved over, the last three times: in the folder {@value #FOLDER} beside it,
 * named by when that was written (UTC). A save that
 * was a mistake is taken back by copying one over the file.
 */
final class EarlierVersions {

    static final String FOLDER = ".flamemark";
    static final int KEPT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(EarlierVersions.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EarlierVersions() {}

    /** Keeps what {@code file} holds now, if it is there. Failing to is no reason not to save. */
    static void keep(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Path folder = Files.createDirectories(file.resolveSibling(FOLDER));
                String time = TIME.format(Files.getLastModifiedTime(file).toInstant());
                keep(file, folder.resolve(time + "-" + file.getFileName()));
                forgetOldest(folder, file.getFileName().toString());
            }
        } catch (IOException e) {
            LOG.warn("The version of {} before this saving could not be kept.", file, e);
        }
    }

    /** The versions that are kept of a file, the latest first. */
    static List<Path> of(Path file) throws IOException {
        Path folder = file.resolveSibling(FOLDER);
        return Files.isDirectory(folder) ? list(folder, file.getFileName().toString()) : List.of();
    }

    /** A second name for the file takes no room on the disk: saving puts another file in its place. */
    private static void keep(Path file, Path version) throws IOException {
        if (Files.exists(version)) {
            return;
        }
        try {
            Files.createLink(version, file.toRealPath());
        } catch (UnsupportedOperationException | FileSystemException e) {
            AtomicFile.write(version, Files.readAllBytes(file));
        }
    }

    private static void forgetOldest(Path folder, String name) throws IOException {
        List<Path> versions = list(folder, name);
        for (Path version : versions.subList(Math.min(KEPT, versions.size()), versions.size())) {
            Files.deleteIfExists(version);
        }
    }

    private static List<Path> list(Path folder, String name) throws IOException {
        int length = TIME.format(Instant.EPOCH).length();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> {
                        String version = f.getFileName().toString();
                        return version.endsWith("-" + name) && version.length() == length + 1 + name.length();
                    })
                    .sorted(Comparator.comparing((Path f) -> f.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }
}
