package io.flamemark.run;

import io.flamemark.files.Folders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A run directory as one zip file, to be taken to another machine, without what only a training under way needs. */
public final class RunArchive {

    /** Far more files than the longest run has, few enough not to exhaust a disk's. */
    private static final int MOST_ENTRIES = 100_000;

    /** A run's text shrinks to a tenth, and its weights hardly: what unpacks to far more was made to fill a disk. */
    private static final long MOST_GROWTH = 100;

    private static final long ALWAYS_ALLOWED = 16 << 20;
    private static final int CHUNK = 1 << 16;

    private RunArchive() {}

    /**
     * Writes the run to a zip file, below one folder of the run's name; a file there is replaced once all is written.
     *
     * @throws TrainingException if the run is under way, or a file of it goes meanwhile
     * @throws IOException if a file cannot be read or the zip not written
     */
    public static void export(RunDirectory run, Path zip) throws IOException {
        if (!RunSummary.of(run).status().state().isOver()) {
            throw new TrainingException("The run " + run.id()
                    + " is in training or waits for its turn; export it when it is over, or pause it first.");
        }
        // Not a temporary file, which nobody else may read: the zip is made to be given away.
        Path draft = zip.toAbsolutePath().resolveSibling(".run-" + UUID.randomUUID() + ".zip");
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(draft))) {
                // Weights hardly get smaller, however long one tries.
                out.setLevel(Deflater.BEST_SPEED);
                for (Path file : content(run)) {
                    add(run, file, out);
                }
            }
            Files.move(draft, zip, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What a training remembers while it lasts, and what was left where one broke off while it wrote. */
    private static boolean isTemporary(Path inRun) {
        return StreamSupport.stream(inRun.spliterator(), false)
                .anyMatch(part -> part.toString().endsWith(".tmp"));
    }

    private static void add(RunDirectory run, Path file, ZipOutputStream out) throws IOException {
        String name = run.root().relativize(file).toString().replace('\\', '/');
        out.putNextEntry(new ZipEntry(run.id() + "/" + name));
        try {
            Files.copy(file, out);
        } catch (NoSuchFileException e) {
            throw new TrainingException("The run " + run.id() + " changed while it was written to the zip file: " + name
                    + " is gone. Export it again.");
        }
        out.closeEntry();
    }

    private static List<Path> content(RunDirectory run) throws IOException {
        try (Stream<Path> files = Files.walk(run.root())) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isTemporary(run.root().relativize(file)))
                    .filter(file -> !file.equals(run.request()) && !file.equals(run.holder()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Takes a run out of a zip file into the folder of runs, under its own name or, where that is taken, with a number.
     * Nothing is left behind where that fails.
     *
     * @throws TrainingException if it holds no run that can be read, or files that would land elsewhere
     * @throws IOException if it cannot be read or the run not written
     */
    public static RunDirectory importInto(Path runs, Path zip) throws IOException {
        Files.createDirectories(runs);
        Path draft = Files.createTempDirectory(runs, ".import-");
        try {
            unpack(zip, draft);
            Path found = runIn(zip, draft);
            String name =
                    found.equals(draft) ? nameOf(zip) : found.getFileName().toString();
            Path target = runs.resolve(name);
            for (int i = 2; Files.exists(target); i++) {
                target = runs.resolve(name + "-" + i);
            }
            return new RunDirectory(Files.move(found, target));
        } catch (EOFException e) {
            throw new TrainingException(zip + " is cut short: its end is missing. Copy or export it again.");
        } catch (ZipException | IllegalArgumentException e) {
            throw new TrainingException(zip + " cannot be read as a zip file: " + e.getMessage() + ".");
        } finally {
            Folders.delete(draft);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        int entries = 0;
        long room = MOST_GROWTH * Files.size(zip) + ALWAYS_ALLOWED;
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream unzipped = new ZipInputStream(in)) {
            for (ZipEntry entry = unzipped.getNextEntry(); entry != null; entry = unzipped.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new TrainingException(zip + " holds more than " + MOST_ENTRIES + " files; no run does.");
                }
                Path target = placeOf(zip, entry, folder);
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    room -= copy(unzipped, target, room);
                    if (room < 0) {
                        throw new TrainingException(
                                zip + " unpacks to more than " + MOST_GROWTH + " times its size; no run does.");
                    }
                }
            }
        }
        if (entries == 0) {
            throw new TrainingException(zip + " is no zip file, or an empty one.");
        }
    }

    /** Copies no more than one chunk beyond {@code room}; gives how many bytes it copied. */
    private static long copy(InputStream in, Path target, long room) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(chunk); n >= 0 && copied <= room; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                copied += n;
            }
        }
        return copied;
    }

    /** An entry may name a path out of the folder, by accident or by intent. */
    private static Path placeOf(Path zip, ZipEntry entry, Path folder) throws IOException {
        String name = entry.getName().replace('\\', '/');
        Path target = folder.resolve(name).normalize();
        if (name.startsWith("/") || !target.startsWith(folder) || target.equals(folder)) {
            throw new TrainingException(zip + " holds a file that would land outside of the run: " + entry.getName());
        }
        return target;
    }

    /** The run is what was unpacked itself, or a folder in it. */
    private static Path runIn(Path zip, Path folder) throws IOException {
        List<Path> candidates;
        try (Stream<Path> inside = Files.list(folder)) {
            candidates = Stream.concat(Stream.of(folder), inside.filter(Files::isDirectory))
                    .filter(candidate -> Files.exists(new RunDirectory(candidate).state()))
                    .toList();
        }
        if (candidates.size() != 1) {
            throw new TrainingException(zip + " holds no training run: there is no state.json in it.");
        }
        RunDirectory run = new RunDirectory(candidates.get(0));
        RunStatus status = RunFiles.status(run);
        RunFiles.config(run);
        RunFiles.frozen(run);
        RunFiles.write(run.state(), status.imported(run.root()));
        Files.deleteIfExists(run.request());
        Files.deleteIfExists(run.holder());
        // How fast another machine was says nothing about this one.
        Files.deleteIfExists(run.speed());
        return run.root();
    }

    private static String nameOf(Path zip) {
        return zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }
}
