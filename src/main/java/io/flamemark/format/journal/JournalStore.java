package io.flamemark.format.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal on the disk: a base and the entries made on top of it, in the first place that takes them; no file at all
 * while there are no entries. Not thread-safe.
 */
final class JournalStore {

    private static final Logger LOG = LoggerFactory.getLogger(JournalStore.class);

    private final JournalPlaces places;
    private final JournalFile.Disk disk;
    private final JournalCodec codec = JournalCodec.plain();
    private final List<JournalLine.Entry> unwritten;
    private final Optional<Path> origin;
    private final List<Long> starts = new ArrayList<>();
    private JournalLine.Base base;
    private JournalFile file;
    private boolean shared;

    /**
     * @param recovered entries on top of the base that an earlier session left; the new file takes them over
     * @param origin where they were found; goes once they are in the new file
     */
    JournalStore(
            JournalPlaces places,
            JournalLine.Base base,
            List<JournalLine.Entry> recovered,
            Optional<Path> origin,
            JournalFile.Disk disk) {
        this.places = places;
        this.base = base;
        this.unwritten = new ArrayList<>(recovered);
        this.origin = origin;
        this.disk = disk;
    }

    /** Whether another window holds the usual place. */
    boolean isShared() {
        return shared;
    }

    /** Adds lines and forces them to the disk: all, or none where it throws. */
    void write(List<? extends JournalLine> lines) throws IOException {
        if (file == null) {
            open(lines);
            return;
        }
        List<Long> added = new ArrayList<>();
        byte[] bytes = encoded(lines, file.end(), added);
        try {
            file.append(bytes);
        } catch (IOException e) {
            moveElsewhere(bytes, e);
        }
        starts.addAll(added);
    }

    /** The disk of the project may be full while the person's own is not. */
    private void moveElsewhere(byte[] added, IOException cause) throws IOException {
        Path place = places.elsewhere();
        if (file.path().equals(place) || Files.exists(place)) {
            throw cause;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        JournalFile old = file;
        try {
            content.writeBytes(old.read(0));
            content.writeBytes(added);
            file = JournalFile.replace(place, content.toByteArray(), disk);
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw cause;
        }
        try {
            old.delete();
        } catch (IOException e) {
            LOG.warn("{} could not be removed; the journal goes on in {}", old.path(), place, e);
        }
    }

    private void open(List<? extends JournalLine> lines) throws IOException {
        List<JournalLine> all = new ArrayList<>();
        all.add(base);
        all.addAll(unwritten);
        all.addAll(lines);
        List<Long> added = new ArrayList<>();
        byte[] content = encoded(all, 0, added);
        IOException failure = null;
        for (Path place : places.all()) {
            try {
                clear(place);
                file = JournalFile.replace(place, content, disk);
                starts.addAll(added);
                unwritten.clear();
                removeOrigin();
                return;
            } catch (JournalInUseException e) {
                shared = true;
                failure = e;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** What somebody else left there since this project was opened is not ours to overwrite. */
    private void clear(Path place) throws IOException {
        if (Files.exists(place) && !origin.equals(Optional.of(place)) && !JournalFile.isHeld(place)) {
            JournalAside.move(place);
        }
    }

    private void removeOrigin() throws IOException {
        if (origin.isPresent() && !origin.get().equals(file.path())) {
            Files.deleteIfExists(origin.get());
        }
    }

    /** The project file holds the entries up to {@code next.after()} now: only later ones are kept. */
    void rebase(JournalLine.Base next) throws IOException {
        long held = next.after() - base.after();
        base = next;
        unwritten.removeIf(entry -> entry.number() <= next.after());
        if (file == null) {
            return;
        }
        JournalFile old = file;
        if (held >= starts.size()) {
            file = null;
            starts.clear();
            old.delete();
            return;
        }
        long from = starts.get((int) held);
        byte[] head = codec.write(next);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(head);
        content.writeBytes(old.read(from));
        old.close();
        file = JournalFile.replace(old.path(), content.toByteArray(), disk);
        starts.subList(0, (int) held).clear();
        starts.replaceAll(start -> start - from + head.length);
    }

    /** Whether there are recovered entries that are not in a file of this session yet. */
    boolean hasUnwritten() {
        return !unwritten.isEmpty();
    }

    /** Adds that a file of this base may be there from now on. */
    void announce(JournalLine.Base coming) throws IOException {
        if (file != null) {
            file.append(codec.write(coming));
        }
    }

    /** Lets go of the file; it stays. */
    void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** Removes the file: nothing in it is wanted any more. */
    void delete() throws IOException {
        unwritten.clear();
        if (file != null) {
            JournalFile old = file;
            file = null;
            old.delete();
        } else if (origin.isPresent()) {
            Files.deleteIfExists(origin.get());
        }
    }

    /** @param starts gets the place of each entry */
    private byte[] encoded(List<? extends JournalLine> lines, long from, List<Long> starts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JournalLine line : lines) {
            if (line instanceof JournalLine.Entry) {
                starts.add(from + bytes.size());
            }
            bytes.writeBytes(codec.write(line));
        }
        return bytes.toByteArray();
    }
}
