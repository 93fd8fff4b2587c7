package io.flamemark.format.journal;

import io.flamemark.annotation.RegionId;
import io.flamemark.edit.EditResult;
import io.flamemark.edit.EditSession;
import io.flamemark.files.JsonException;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks, when a project is opened, for edits that an earlier session made and could not save. */
public final class JournalRecovery {

    private final ProjectFile opened;
    private final String fingerprint;
    private final List<String> kept = new ArrayList<>();
    private Optional<RecoveredEdits> edits = Optional.empty();
    private boolean openElsewhere;

    private JournalRecovery(ProjectFile opened) {
        this.opened = opened;
        this.fingerprint = opened.fingerprint();
    }

    /**
     * What was found.
     *
     * @param edits on top of the opened project
     * @param kept sentences on journals that do not belong to the project file as it is now, each with where it was put
     * @param openElsewhere whether another window has unsaved edits of this project
     */
    public record Found(Optional<RecoveredEdits> edits, List<String> kept, boolean openElsewhere) {

        /** Nothing at all. */
        public static Found nothing() {
            return new Found(Optional.empty(), List.of(), false);
        }
    }

    /** Reads the journals of a project; not for one whose journal this program is writing. */
    public static Found look(ProjectFile opened, JournalPlaces places) throws IOException {
        JournalRecovery recovery = new JournalRecovery(opened);
        for (Path journal : places.all()) {
            if (Files.exists(journal)) {
                recovery.look(journal);
            }
        }
        return new Found(recovery.edits, List.copyOf(recovery.kept), recovery.openElsewhere);
    }

    private void look(Path journal) throws IOException {
        if (JournalFile.isHeld(journal)) {
            openElsewhere = true;
            return;
        }
        JournalText text = JournalText.of(journal.toString(), Files.readAllBytes(journal));
        Optional<JournalLine.Base> base = text.base(fingerprint);
        if (base.isEmpty()) {
            if (text.hasEntries() || text.damaged()) {
                keep(
                        journal,
                        "they were made on another version of " + name() + " than the one that is there now",
                        "To recover them, put that version back and name the file " + journal.getFileName()
                                + " again.");
            } else {
                Files.delete(journal);
            }
        } else if (edits.isPresent() && text.hasEntries()) {
            keep(journal, "other edits were recovered already", "");
        } else {
            recover(journal, text, base.get());
        }
    }

    private void recover(Path journal, JournalText text, JournalLine.Base base) throws IOException {
        Optional<UnaryOperator<RegionId>> regions = base.regions().isEmpty()
                ? Optional.of(UnaryOperator.identity())
                : base.regions().get().onto(opened.project());
        if (regions.isEmpty()) {
            keep(journal, "the regions of " + name() + " are not those they were made on", "");
            return;
        }
        EditSession session = new EditSession(opened.project());
        List<JournalLine.Entry> replayed = new ArrayList<>();
        Optional<String> stopped = replay(text, base, regions.get(), session, replayed);
        if (stopped.isPresent() || text.damaged()) {
            Path copy = JournalAside.copy(journal);
            kept.add("Not all unsaved edits of %s could be recovered: %s. All of them are kept in %s."
                    .formatted(name(), stopped.orElse("a part of the journal is damaged"), copy));
        }
        if (session.project().equals(opened.project())) {
            Files.delete(journal);
        } else {
            List<JournalLine.Entry> entries = renumbered(replayed);
            edits = Optional.of(RecoveredEdits.of(JournalStart.recovered(opened, entries, journal), entries, session));
        }
    }

    /** @return why it ended before the last edit, if it did */
    private static Optional<String> replay(
            JournalText text,
            JournalLine.Base base,
            UnaryOperator<RegionId> regions,
            EditSession session,
            List<JournalLine.Entry> replayed) {
        try {
            for (JournalLine.Entry entry : text.after(base, new JournalCodec(regions))) {
                if (session.apply(entry.edit()) instanceof EditResult.Refused refused) {
                    return Optional.of(refused.reason());
                }
                replayed.add(entry);
            }
            return Optional.empty();
        } catch (JsonException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** In this session the count of edits begins with those recovered. */
    private static List<JournalLine.Entry> renumbered(List<JournalLine.Entry> entries) {
        List<JournalLine.Entry> result = new ArrayList<>();
        for (JournalLine.Entry entry : entries) {
            result.add(new JournalLine.Entry(result.size() + 1, entry.at(), entry.cause(), entry.edit()));
        }
        return result;
    }

    private void keep(Path journal, String why, String remedy) throws IOException {
        Path aside = JournalAside.move(journal);
        kept.add("There are unsaved edits of %s that cannot be applied: %s. They are kept in %s. %s"
                .formatted(name(), why, aside, remedy)
                .strip());
    }

    private String name() {
        return opened.path().getFileName().toString();
    }
}
