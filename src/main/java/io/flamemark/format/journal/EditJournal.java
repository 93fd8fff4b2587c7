package io.flamemark.format.journal;

import io.flamemark.annotation.Project;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import io.flamemark.edit.ProjectDelta;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the edits that no project file holds in a file of their own, so that a crash or a power cut costs nothing.
 * {@link #record} takes microseconds; writing and forcing to the disk happens on the executor, in order, as many edits
 * together as have come meanwhile. There is a file only while there are such edits.
 *
 * <p>What cannot be written is tried again, before all that came after it, until it can; meanwhile the listener knows.
 * Edits are recorded by one thread; a save may run on another.
 */
public final class EditJournal {

    private static final Logger LOG = LoggerFactory.getLogger(EditJournal.class);

    private static final long RETRY_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 5;

    /** Hears how the journal fares, on its executor. */
    public interface Listener {

        /** Edits cannot be written, for the reason given; empty: all are written again. */
        void trouble(Optional<String> reason);

        /** Another window has unsaved edits of the same project. */
        void shared();
    }

    private final JournalStore store;
    private final ScheduledExecutorService writer;
    private final Clock clock;
    private final Listener listener;
    private final List<Supplier<JournalLine>> waiting = new ArrayList<>();
    private long recorded;
    private volatile boolean failing;
    private boolean retryDue;
    private boolean sharedTold;

    /**
     * @param start what the project was opened as
     * @param writer a single thread
     */
    public EditJournal(
            JournalPlaces places, JournalStart start, ScheduledExecutorService writer, Clock clock, Listener listener) {
        this(places, start, writer, clock, listener, JournalFile.DISK);
    }

    EditJournal(
            JournalPlaces places,
            JournalStart start,
            ScheduledExecutorService writer,
            Clock clock,
            Listener listener,
            JournalFile.Disk disk) {
        this.store = new JournalStore(places, start.base(), start.entries(), start.origin(), disk);
        this.recorded = start.entries().size();
        this.writer = writer;
        this.clock = clock;
        this.listener = listener;
        if (!start.entries().isEmpty()) {
            writer.execute(this::writeWaiting);
        }
    }

    /** Keeps an edit, an undo or a redo. */
    public void record(EditSession.Change change) {
        if (change.cause() == EditSession.Cause.SAVED) {
            return;
        }
        Instant now = clock.instant();
        synchronized (this) {
            long number = ++recorded;
            waiting.add(() -> entry(number, now, change));
        }
        writer.execute(this::writeWaiting);
    }

    /** How many were recorded so far: what a save that begins now will hold. */
    public synchronized long recorded() {
        return recorded;
    }

    /**
     * To be called just before a save replaces the project file, so that whatever happens in between, the edits it
     * holds are not taken for lost. Returns when that is on the disk, or soon where it cannot be.
     *
     * @param fingerprint of the file to come
     * @param content what it will hold
     * @param after {@link #recorded} when the save began
     */
    public void announce(String fingerprint, Project content, long after) {
        JournalLine.Base base = JournalLine.Base.of(fingerprint, content, after);
        await(writer.submit(() -> {
            writeWaiting();
            if (!failing) {
                store.announce(base);
            }
            return null;
        }));
    }

    /** A file holds {@code content} now, which was the project when {@link #recorded} was {@code after}. */
    public void saved(String fingerprint, Project content, long after) {
        writer.execute(() -> {
            try {
                writeWaiting();
                dropWaiting(after);
                store.rebase(JournalLine.Base.of(fingerprint, content, after));
                writeWaiting();
            } catch (IOException e) {
                LOG.warn("The journal could not be begun anew", e);
            }
        });
    }

    /** Waits until all that was recorded is on the disk; false where it cannot be written, or takes very long. */
    public boolean settle() {
        return await(writer.submit(() -> {
                    writeWaiting();
                    return null;
                }))
                && !failing;
    }

    /** The end: what is recorded is written, and the file is let go of. */
    public void close() {
        settle();
        await(writer.submit(() -> {
            store.close();
            return null;
        }));
    }

    /** The end, and nobody wants what is recorded: the file is removed. */
    public void discard() {
        synchronized (this) {
            waiting.clear();
        }
        await(writer.submit(() -> {
            store.delete();
            return null;
        }));
    }

    private static JournalLine entry(long number, Instant at, EditSession.Change change) {
        Edit edit = change.edit()
                .orElseGet(() ->
                        new Edit.Restore(ProjectDelta.between(change.before(), change.after()), change.description()));
        return new JournalLine.Entry(number, at, change.cause(), edit);
    }

    /** Writes what waits, as one; where that fails it goes on waiting. On the executor. */
    private void writeWaiting() {
        List<Supplier<JournalLine>> batch = take();
        try {
            List<JournalLine> lines = batch.stream().map(Supplier::get).toList();
            if (!lines.isEmpty() || store.hasUnwritten()) {
                store.write(lines);
            }
            fine();
        } catch (IOException | RuntimeException e) {
            putBack(batch);
            trouble(e);
        }
        if (store.isShared() && !sharedTold) {
            sharedTold = true;
            listener.shared();
        }
    }

    private synchronized List<Supplier<JournalLine>> take() {
        List<Supplier<JournalLine>> batch = List.copyOf(waiting);
        waiting.clear();
        return batch;
    }

    private synchronized void putBack(List<Supplier<JournalLine>> batch) {
        waiting.addAll(0, batch);
    }

    /** Forgets what waits of the edits up to {@code after}. */
    private synchronized void dropWaiting(long after) {
        long written = recorded - waiting.size();
        int held = (int) Math.max(0, Math.min(waiting.size(), after - written));
        waiting.subList(0, held).clear();
    }

    private void fine() {
        if (failing) {
            failing = false;
            listener.trouble(Optional.empty());
        }
    }

    private void trouble(Exception cause) {
        if (!failing) {
            LOG.warn("Edits cannot be written to the journal", cause);
            failing = true;
            listener.trouble(Optional.of(reason(cause)));
        }
        if (!retryDue && !writer.isShutdown()) {
            retryDue = true;
            writer.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void retry() {
        retryDue = false;
        writeWaiting();
    }

    private static String reason(Exception cause) {
        if (cause instanceof FileSystemException known) {
            return known.getReason() == null ? "no writing in " + known.getFile() : known.getReason();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Whether it was done, in time. */
    private static boolean await(Future<?> work) {
        try {
            work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The journal is not as it should be", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
