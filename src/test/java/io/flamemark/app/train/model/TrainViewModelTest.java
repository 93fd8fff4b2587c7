package io.flamemark.app.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.dashboard.PlausibleRun;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrainViewModelTest {

    private final MemoryFiles files = new MemoryFiles();
    private final ScriptedRunHost host = new ScriptedRunHost();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private final TrainViewModel model = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, tasks);

    @Test
    @DisplayName("without a project it says what to do and starts nothing")
    void noProject() {
        TrainViewModel closed = new TrainViewModel(Optional::empty, Runnable::run, host, tasks);
        closed.refresh();
        assertFalse(closed.dataProperty().get().canTrain());
        closed.start();
        assertTrue(closed.problemProperty().get().contains("Open a project"));
        assertTrue(host.started.isEmpty());
    }

    @Test
    @DisplayName("a training that another window holds is watched: closing this one does not concern it")
    void watched() {
        host.watched = true;
        files.runs.add(MemoryFiles.summary("theirs", "quick", RunState.RUNNING, "", 0.4));
        model.refresh();
        host.tell(PlausibleRun.unfinished(20, 2));
        assertTrue(model.trainingProperty().get());
        assertFalse(model.holdsTraining());
        assertTrue(model.shownProperty().get().verdict().text().contains("goes on when this window closes"));
    }

    @Test
    @DisplayName("until data and runs are read, nothing is said about there being none")
    void reading() {
        List<Runnable> waiting = new ArrayList<>();
        FxTasks slow = new FxTasks(waiting::add, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        TrainViewModel opening = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, slow);
        opening.projectOpened();
        assertTrue(opening.readingRunsProperty().get());
        assertTrue(opening.dataProperty().get().obstacle().text().startsWith("Looking at the images"));

        waiting.forEach(Runnable::run);
        assertFalse(opening.readingRunsProperty().get());
        assertTrue(opening.dataProperty().get().canTrain());
    }

    @Test
    @DisplayName("starting trains the chosen preset on the data as it is at that moment")
    void start() {
        model.refresh();
        model.setup().presetProperty().set(Preset.BEST);
        files.dataset = MemoryFiles.dataset(7, 2, 0);
        model.start();
        assertEquals("best", host.started.get(0).config().preset());
        assertEquals(7, host.started.get(0).dataset().train().size());
        assertTrue(model.trainingProperty().get());
    }

    @Test
    @DisplayName("a second start while training waits, can be taken out, and is on display meanwhile")
    void queue() {
        model.refresh();
        model.start();
        RunDirectory first = host.started.get(0).directory();
        files.nextId = "second";
        model.start();
        RunDirectory second = new RunDirectory(Path.of("runs", "second"));
        assertEquals(List.of(second), model.waitingProperty().get());
        assertEquals("Waiting", model.shownProperty().get().verdict().title());
        model.takeOut(second);
        assertEquals(List.of(StopSignal.When.AFTER_STEP), host.stops);
        host.exit(WorkerExit.of(WorkerExit.CODE_STOPPED, Optional.of("Taken out."), Path.of("worker.log")));
        assertTrue(model.waitingProperty().get().isEmpty());
        assertTrue(model.trainingProperty().get(), "the first trains on");
        model.showLive();
        assertEquals(first, model.shownProperty().get().directory());
    }

    @Test
    @DisplayName("when the first training ends, the one that waits is the one in training")
    void turn() {
        model.refresh();
        model.start();
        RunListener first = host.lastListener();
        files.nextId = "second";
        model.start();
        first.onExit(WorkerExit.of(0, Optional.empty(), Path.of("worker.log")));
        assertTrue(model.trainingProperty().get());
        assertTrue(model.waitingProperty().get().isEmpty());
        assertEquals("Starting…", model.shownProperty().get().verdict().title());
        assertEquals(1, tasks.jobs().size());
    }

    @Test
    @DisplayName("a run that broke off is resumed, a finished one trained longer, and both improved on all labels")
    void goingOn() {
        RunDirectory old = new RunDirectory(Path.of("runs", "old"));
        model.resume(old);
        model.extend(old, 40);
        model.improve(old, false);
        model.improve(old, true);
        model.trainSmaller(old);
        assertEquals(
                List.of("old", "old-40", "old-again", "old-warm", "old-smaller"),
                host.started.stream().map(job -> job.directory().id()).toList());
    }

    @Test
    @DisplayName("a run that goes on shows what it told before, without what is told again")
    void goingOnWithItsCharts() {
        model.resume(new RunDirectory(Path.of("runs", "old")));
        ShownRun shown = model.shownProperty().get();
        int told = shown.history().steps().size();
        assertTrue(told > 0 && shown.history().epochs().size() == 12);
        assertEquals("Starting…", shown.verdict().title());
        int back = shown.history().epochs().get(9).step();
        host.tell(List.of(new RunEvent.Resumed(10, back)));
        assertEquals(10, shown.history().epochs().size());
        assertTrue(shown.history().steps().size() < told);
    }

    @Test
    @DisplayName("a training that goes on in the background is taken up again, once")
    void attach() {
        files.runs.add(MemoryFiles.summary("left", "quick", RunState.RUNNING, "", 0.4));
        model.refresh();
        model.refresh();
        assertEquals(
                List.of("left"), host.attached.stream().map(RunDirectory::id).toList());
        assertTrue(model.trainingProperty().get());
        host.tell(PlausibleRun.unfinished(20, 2));
        assertEquals(40, model.shownProperty().get().history().steps().size());
        assertTrue(model.detach());
    }

    @Test
    @DisplayName("what trains in the background is on display when the window opens, not a newer run that waited")
    void backgroundFirst() {
        files.runs.add(MemoryFiles.summary("waited", "quick", RunState.STOPPED, "Closed before it began.", -1));
        files.runs.add(MemoryFiles.summary("left", "quick", RunState.RUNNING, "", 0.4));
        List<Runnable> waiting = new ArrayList<>();
        FxTasks slow = new FxTasks(waiting::add, Runnable::run, e -> {
            throw new AssertionError(e);
        });
        TrainViewModel opening = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, slow);
        opening.projectOpened();
        while (!waiting.isEmpty()) {
            waiting.remove(0).run();
        }
        assertEquals("left", opening.shownProperty().get().directory().id());
        assertTrue(opening.shownProperty().get().live());
    }

    @Test
    @DisplayName("a run of another window that was caught before its first step is followed once it trains, to its end")
    void caughtBeforeItBegan() {
        files.runs.add(MemoryFiles.summary("theirs", "quick", RunState.QUEUED, "", -1));
        model.refresh();
        assertEquals("Not started", model.shownProperty().get().verdict().title());
        files.runs.set(0, MemoryFiles.summary("theirs", "quick", RunState.RUNNING, "", 0.4));
        model.refresh();
        host.tell(PlausibleRun.unfinished(20, 2));
        assertTrue(model.shownProperty().get().live());
        assertEquals("Training", model.shownProperty().get().verdict().title());
    }

    @Test
    @DisplayName("an earlier run on display that has gone on elsewhere is read again")
    void movedOn() {
        files.runs.add(MemoryFiles.summary("theirs", "quick", RunState.QUEUED, "", -1));
        model.refresh();
        files.runs.set(0, MemoryFiles.summary("theirs", "quick", RunState.FINISHED, "Done.", 0.4));
        model.refresh();
        assertEquals("Training finished", model.shownProperty().get().verdict().title());
    }

    @Test
    @DisplayName("a run that is deleted leaves the display, and the newest takes its place")
    void deleted() {
        findsTwoRuns();
        model.beside().show(model.runs().subList(1, 2));
        files.runs.remove(1);
        model.refresh();
        assertTrue(model.beside().runs().isEmpty());
        files.runs.set(0, MemoryFiles.summary("other", "quick", RunState.FINISHED, "Done.", 0.7));
        model.refresh();
        assertEquals("other", model.shownProperty().get().directory().id());
        files.runs.clear();
        model.refresh();
        assertNull(model.shownProperty().get());
    }

    @Test
    @DisplayName("a training that another window begins beside this one's is no run that waits, nor the one to stop")
    void besideAnother() {
        model.refresh();
        model.start();
        RunDirectory own = host.started.get(0).directory();
        RunListener ours = host.lastListener();
        host.watched = true;
        files.runs.add(MemoryFiles.summary("theirs", "quick", RunState.RUNNING, "", 0.4));
        model.refresh();
        assertEquals(1, host.attached.size());
        assertTrue(model.waitingProperty().get().isEmpty());
        assertEquals(own, model.shownProperty().get().directory());
        ours.onExit(WorkerExit.of(0, Optional.empty(), Path.of("worker.log")));
        assertTrue(model.trainingProperty().get(), "theirs goes on");
        assertFalse(model.holdsTraining());
    }

    @Test
    @DisplayName("annotations are saved first; where saving fails nothing starts")
    void saving() {
        AtomicInteger saves = new AtomicInteger();
        TrainViewModel unsaved =
                new TrainViewModel(() -> Optional.of(files), then -> saves.incrementAndGet(), host, tasks);
        unsaved.refresh();
        unsaved.start();
        assertEquals(1, saves.get());
        assertTrue(host.started.isEmpty());
    }

    @Test
    @DisplayName("a changed value is kept until another preset is chosen")
    void edit() {
        model.refresh();
        RunConfig own = MemoryFiles.config("own");
        model.setup().edit(own);
        model.refresh();
        assertSame(own, model.setup().configProperty().get());
        model.start();
        assertSame(own, files.frozen.get(0));
        model.setup().presetProperty().set(Preset.BALANCED);
        assertEquals("balanced", model.setup().configProperty().get().preset());
    }

    @Test
    @DisplayName("events of the worker reach the shown run in order")
    void events() {
        model.refresh();
        model.start();
        host.tell(PlausibleRun.unfinished(20, 3));
        ShownRun shown = model.shownProperty().get();
        assertEquals(60, shown.history().steps().size());
        assertEquals("Epoch 3 of 20", RunProgress.of(shown.history()).epoch());
        assertTrue(shown.live());
    }

    @Test
    @DisplayName("stop and kill are forwarded to the worker")
    void stop() {
        model.refresh();
        model.start();
        host.tell(PlausibleRun.unfinished(20, 1));
        model.stop(StopSignal.When.AFTER_EPOCH);
        String text = model.shownProperty().get().verdict().text();
        assertTrue(text.startsWith("It stops after this epoch. Best epoch 1: "), text);
        assertEquals(Phase.LAST_EPOCH, model.shownProperty().get().phase(), "and can be stopped sooner");
        RunProgress progress = RunProgress.of(model.shownProperty().get().history());
        assertEquals("", progress.timeLeft(Phase.LAST_EPOCH), "what was planned after it does not come");
        assertFalse(progress.timeLeft(Phase.TRAINING).isEmpty());
        model.stop(StopSignal.When.NEVER);
        assertEquals(Phase.TRAINING, model.shownProperty().get().phase(), "that can be taken back");
        model.stop(StopSignal.When.AFTER_STEP);
        assertEquals(Phase.STOPPING, model.shownProperty().get().phase());
        model.kill();
        assertEquals(
                List.of(StopSignal.When.AFTER_EPOCH, StopSignal.When.NEVER, StopSignal.When.AFTER_STEP), host.stops);
        assertTrue(host.killed);
    }

    @Test
    @DisplayName("a crash shows its sentence, keeps the charts and lets a new training start")
    void crash() {
        model.refresh();
        model.start();
        host.tell(PlausibleRun.unfinished(20, 2));
        host.exit(WorkerExit.of(137, Optional.empty(), Path.of("worker.log")));
        ShownRun shown = model.shownProperty().get();
        assertEquals(Verdict.Tone.BAD, shown.verdict().tone());
        assertTrue(shown.verdict().text().contains("annotations are untouched"));
        assertEquals(40, shown.history().steps().size());
        assertFalse(model.trainingProperty().get());
        assertTrue(tasks.jobs().isEmpty(), "nothing is left on the status bar");
        model.start();
        assertEquals(2, host.started.size());
    }

    @Test
    @DisplayName("a silent worker is said to be silent, until it speaks again")
    void silence() {
        model.refresh();
        model.start();
        host.silence(true);
        assertEquals(
                "The training does not answer",
                model.shownProperty().get().verdict().title());
        host.silence(false);
        assertFalse(model.shownProperty().get().silent());
    }

    @Test
    @DisplayName("an earlier run is read from its log; the live one goes on unseen and can be brought back")
    void replay() {
        files.runs.add(MemoryFiles.summary("old", "quick", RunState.FINISHED, "Done.", 0.7));
        model.refresh();
        model.start();
        model.show(model.runs().get(0));
        assertFalse(model.shownProperty().get().live());
        assertEquals(12, model.shownProperty().get().history().epochs().size());
        host.tell(PlausibleRun.unfinished(20, 1));
        assertFalse(model.shownProperty().get().live(), "events must not take the display away");
        model.showLive();
        assertEquals(20, model.shownProperty().get().history().steps().size());
    }

    @Test
    @DisplayName("the newest run is on display when nothing else is; another project takes it away")
    void newest() {
        findsTwoRuns();
        assertEquals("new", model.shownProperty().get().directory().id());
        files.runs.clear();
        model.projectOpened();
        assertNull(model.shownProperty().get());
    }

    private void findsTwoRuns() {
        files.runs.add(MemoryFiles.summary("new", "quick", RunState.FINISHED, "Done.", 0.7));
        files.runs.add(MemoryFiles.summary("old", "best", RunState.FINISHED, "Done.", 0.6));
        model.refresh();
    }

    @Test
    @DisplayName("runs are drawn beside the one on display, in a list that whoever listens keeps hearing")
    void beside() {
        findsTwoRuns();
        model.beside().show(model.runs().subList(1, 2));
        assertEquals("old", model.beside().runs().get(0).directory().id());
        assertSame(model.beside().runs(), model.beside().runs(), "a view made anew is collected with its listeners");
    }

    @Test
    @DisplayName("data that cannot be read is named, and prevents the start with a sentence")
    void unreadable() {
        files.failure = new IOException("fire.jpg is damaged.");
        model.refresh();
        assertEquals(
                "fire.jpg is damaged.", model.dataProperty().get().obstacle().text());
        model.start();
        assertTrue(model.problemProperty().get().contains("fire.jpg is damaged."));
        assertFalse(model.preparingProperty().get());
    }
}
