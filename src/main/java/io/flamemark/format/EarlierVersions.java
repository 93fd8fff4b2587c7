package io.flamemark.format;

import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * named by when that was written (UTC). A save that was a mistake is taken back by copying one over the file. Each is a
 * copy of its own, since a second name for the file would change with it where a program writes into it in place.
 */
final class EarlierVersions {

    static final String FOLDER = ".flamemark";
    static final int KEPT = 3;
    /** For the version, for the file to come, and one more, as multiples of the size of the file. */
    private static final int ROOM = 3;

    private static final Logger LOG = LoggerFactory.getLogger(EarlierVersions.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EarlierVersions() {}

    /** Keeps what {@code file} holds now, if it is there. Failing to is no reason not to save. */
    static void keep(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Path folder = Files.createDirectories(file.resolveSibling(FOLDER));
                AtomicFile.removeLeftovers(folder);
                String time = TIME.format(Files.getLastModifiedTime(file).toInstant());
                keep(file, folder.resolve(time + "-" + file.getFileName()));
                forgetOldest(folder, file.getFileName().toString());
            }
        } catch (IOException e) {
            LOG.warn("The version of {} before this saving could not be kept: {}", file, e.toString());
        }
    }

    /** The versions that are kept of a file, the latest first. */
    static List<Path> of(Path file) throws IOException {
        Path folder = file.resolveSibling(FOLDER);
        return Files.isDirectory(folder) ? list(folder, file.getFileName().toString()) : List.of();
    }

    private static void keep(Path file, Path version) throws IOException {
        if (Files.exists(version)) {
            return;
        }
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = from.size();
            if (Files.getFileStore(file).getUsableSpace() < ROOM * size) {
                throw new IOException("the disk is nearly full; what room there is belongs to the saving itself");
            }
            AtomicFile.write(version, to -> {
                for (long done = 0; done < size; ) {
                    done += from.transferTo(done, size - done, to);
                }
            });
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
