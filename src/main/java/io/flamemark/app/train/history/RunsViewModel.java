package io.flamemark.app.train.history;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunArchive;
import io.flamemark.run.RunBin;
import io.flamemark.run.RunDetails;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunNotes;
import io.flamemark.run.RunStore;
import io.flamemark.run.RunSummary;
import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The runs as a table: what each is, what was written about it, and how it is put away or carried elsewhere. For the
 * window's thread.
 */
public final class RunsViewModel {

    /** Runs lately put into the bin, to be taken back. */
    record Discarded(List<Moved> runs) {}

    record Moved(RunBin bin, RunDirectory now, String id) {}

    /** What came of moving several runs, one after the other; one that cannot be moved does not keep the others. */
    private record Outcome(List<Moved> moved, List<Moved> left, List<String> refusals) {}

    private final Supplier<Optional<RunStore>> store;
    private final FxTasks tasks;
    private final ObservableList<RunDetails> all = FXCollections.observableArrayList();
    private final FilteredList<RunDetails> filtered = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Discarded> discarded = new ReadOnlyObjectWrapper<>();
    private Runnable onChange = () -> {};
    private Consumer<Runnable> changing = Runnable::run;
    private Job reading;

    /** @param store of the open project, empty while none is */
    public RunsViewModel(Supplier<Optional<RunStore>> store, FxTasks tasks) {
        this.store = store;
        this.tasks = tasks;
        filter.addListener((o, was, is) -> filtered.setPredicate(run -> matches(run, is)));
    }

    /** Sets what happens when runs have come or gone. */
    void onChange(Runnable next) {
        onChange = next;
    }

    /** Sets what is put around a change of the table, such as keeping what is picked. */
    void changeWithin(Consumer<Runnable> around) {
        changing = around;
    }

    static RunDirectory directory(RunDetails run) {
        return run.summary().directory();
    }

    /** The runs that pass the filter, newest first. */
    ObservableList<RunDetails> runs() {
        return filtered;
    }

    /** Words that must all occur in the name, status, preset, tags or notes of a run. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Why the last thing asked for could not be done; empty when all is well. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was done last, a sentence, where it cannot be seen in the table. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What {@link #undo} would bring back; null for nothing. */
    ReadOnlyObjectProperty<Discarded> discardedProperty() {
        return discarded.getReadOnlyProperty();
    }

    /** Reads what the table shows of the given runs. */
    void read(List<RunSummary> runs) {
        if (reading != null) {
            reading.cancel();
        }
        List<RunSummary> wanted = List.copyOf(runs);
        reading = tasks.task(
                        "Reading the runs",
                        progress -> wanted.stream().map(RunDetails::of).toList())
                .unseen()
                .onSuccess(this::replace)
                .onFailure(e -> problem.set(e.getMessage()))
                .start();
    }

    private void replace(List<RunDetails> next) {
        if (!next.equals(all)) {
            changing.accept(() -> all.setAll(next));
        }
    }

    private static boolean matches(RunDetails run, String words) {
        String text = Stream.of(
                        run.name(),
                        run.summary().id(),
                        run.summary().preset(),
                        RunWord.of(run),
                        String.join(" ", run.notes().tags()),
                        run.notes().text())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .reduce("", (a, b) -> a + "\n" + b);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }

    /** Writes what a person says about a run. */
    void note(RunDetails run, RunNotes notes) {
        if (notes.equals(run.notes())) {
            return;
        }
        changing.accept(() -> all.replaceAll(it -> directory(it).equals(directory(run)) ? it.with(notes) : it));
        start("Writing the notes", () -> {
            RunFiles.write(run.summary().directory().notes(), notes);
            return "";
        });
    }

    /** Puts runs into the bin beside the others; {@link #undo} takes them back. */
    void discard(List<RunDetails> runs) {
        List<RunDetails> wanted = List.copyOf(runs);
        tasks.task("Deleting runs", progress -> moveAway(wanted))
                .onSuccess(this::discarded)
                .onFailure(e -> problem.set(e.getMessage()))
                .andFinally(onChange)
                .start();
    }

    /** Those that are in the bin can be taken back, whatever became of the others. */
    private void discarded(Outcome outcome) {
        problem.set(String.join(" ", outcome.refusals()));
        if (!outcome.moved().isEmpty()) {
            discarded.set(new Discarded(outcome.moved()));
            done.set(
                    Words.count(outcome.moved().size(), "run") + " moved to the bin, the folder .deleted beside them.");
        }
    }

    private static Outcome moveAway(List<RunDetails> runs) {
        List<Moved> here = runs.stream()
                .map(RunsViewModel::directory)
                .map(run -> new Moved(RunBin.beside(run), run, run.id()))
                .toList();
        return each(here, run -> run.bin().discard(run.now()));
    }

    private static Outcome each(List<Moved> runs, Move move) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Moved run : runs) {
            try {
                outcome.moved().add(new Moved(run.bin(), move.of(run), run.id()));
            } catch (IOException | TrainingException e) {
                outcome.left().add(run);
                outcome.refusals().add(e.getMessage());
            }
        }
        return outcome;
    }

    /** Takes the runs lately deleted out of the bin. */
    void undo() {
        Discarded last = discarded.get();
        discarded.set(null);
        if (last != null) {
            tasks.task("Bringing runs back", progress -> bringBack(last))
                    .onSuccess(this::restored)
                    .onFailure(e -> problem.set(e.getMessage()))
                    .andFinally(onChange)
                    .start();
        }
    }

    private static Outcome bringBack(Discarded last) {
        return each(last.runs(), run -> run.bin().restore(run.now(), run.id()));
    }

    private void restored(Outcome outcome) {
        problem.set(String.join(" ", outcome.refusals()));
        done.set("");
        if (!outcome.left().isEmpty()) {
            discarded.set(new Discarded(outcome.left()));
        }
    }

    /** The folder beside whose files the runs lie; empty while no project is open. */
    Optional<Path> place() {
        return store.get().map(it -> it.folder().toAbsolutePath().getParent());
    }

    /** Writes a run to a zip file. */
    void export(RunDetails run, Path zip) {
        start("Exporting " + run.name(), () -> {
            RunArchive.export(run.summary().directory(), zip);
            return "Written to " + zip + ".";
        });
    }

    /** Takes a run out of a zip file. */
    void importFrom(Path zip) {
        store.get()
                .ifPresent(it -> start("Importing a run", () -> {
                    RunDirectory run = RunArchive.importInto(it.folder(), zip);
                    return "Imported as " + run.id() + ".";
                }));
    }

    @FunctionalInterface
    private interface Move {
        RunDirectory of(Moved run) throws IOException;
    }

    /** Something that ends with a sentence, which may be empty. */
    @FunctionalInterface
    private interface Deed {
        String run() throws IOException;
    }

    private void start(String title, Deed deed) {
        tasks.task(title, progress -> deed.run())
                .onSuccess(sentence -> {
                    problem.set("");
                    done.set(sentence);
                })
                .onFailure(e -> problem.set(e.getMessage()))
                .andFinally(onChange)
                .start();
    }
}
