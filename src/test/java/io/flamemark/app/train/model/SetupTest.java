package io.flamemark.app.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageId;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.Estimate;
import io.flamemark.run.MachineSize;
import io.flamemark.run.RunConfig;
import io.flamemark.run.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SetupTest {

    private final MemoryFiles files = new MemoryFiles();
    private final ScriptedRunHost host = new ScriptedRunHost();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private final TrainViewModel model = new TrainViewModel(() -> Optional.of(files), Runnable::run, host, tasks);

    @Test
    @DisplayName("while a project is being opened nothing is said about there being none")
    void opening() {
        SimpleBooleanProperty opening = new SimpleBooleanProperty();
        TrainViewModel early = new TrainViewModel(Optional::empty, Runnable::run, host, tasks);
        early.whileOpening(opening);
        early.refresh();
        assertTrue(early.dataProperty().get().obstacle().text().startsWith("Open a project"));
        opening.set(true);
        assertTrue(early.dataProperty().get().obstacle().text().contains("being opened"));
        assertTrue(early.readingRunsProperty().get());
        opening.set(false);
        assertTrue(early.dataProperty().get().obstacle().text().startsWith("Open a project"));
        assertFalse(early.readingRunsProperty().get());
    }

    @Test
    @DisplayName("nothing starts while it is not known what the weights chosen want; another preset gives that up")
    void unsettled() {
        model.refresh();
        model.setup().beginEdit();
        model.start();
        assertTrue(host.started.isEmpty());
        model.setup().presetProperty().set(Preset.BEST);
        assertTrue(model.setup().settledProperty().get());
        model.setup().beginEdit();
        model.setup().edit(MemoryFiles.config("balanced"));
        model.start();
        assertEquals("balanced", host.started.get(0).config().preset());
    }

    @Test
    @DisplayName("values of one's own are estimated as they are set, and no more once a preset is chosen")
    void ownEstimate() {
        model.refresh();
        Estimate preset = model.setup().offerProperty().get().estimate();
        RunConfig twice = new ConfigOverride("optimization.epochs", "40")
                .applyTo(model.setup().configProperty().get());
        model.setup().edit(twice);
        Estimate own = model.setup().offerProperty().get().estimate();
        assertEquals(2 * preset.time().toSeconds(), own.time().toSeconds(), 1);
        model.setup().presetProperty().set(Preset.BEST);
        assertEquals("best", model.setup().offerProperty().get().name());
    }

    @Test
    @DisplayName(
            "outlines that are too small for the network are counted for the size chosen, with an image to look at")
    void tooSmall() {
        Instance fire = new Instance(1, List.of(Polygon.of(100, 100, 120, 100, 120, 140, 100, 140)));
        Sample photo = new Sample("photo", Path.of("a.jpg"), 4000, 3000, List.of(fire));
        files.dataset = new Dataset(new LabelMap(List.of("fire")), List.of(photo), List.of(photo), List.of());
        model.refresh();
        RunConfig preset = model.setup().configProperty().get();
        model.setup().edit(new ConfigOverride("network.minSize", "256").applyTo(preset));
        DataNote note = model.setup().tooSmallProperty().get();
        assertTrue(note.text().startsWith("2 of 2 outlines are so small"), note.text());
        assertTrue(note.text().contains("at 256 pixels"), note.text());
        assertEquals(Optional.of(new ImageId("photo")), note.image());
        RunConfig large = new ConfigOverride("network.maxSize", "1000").applyTo(preset);
        model.setup().edit(new ConfigOverride("network.minSize", "512").applyTo(large));
        assertEquals(DataNote.NONE, model.setup().tooSmallProperty().get());
    }

    @Test
    @DisplayName("a guess becomes a measurement by a training of a few steps, which gives way to a real one")
    void measured() {
        model.refresh();
        assertFalse(
                model.setup().choiceProperty().get().offers().get(0).estimate().measured());
        model.speedCheck().begin();
        assertTrue(model.speedCheck().busyProperty().get());
        assertEquals("probe", host.started.get(0).directory().id());
        assertFalse(model.trainingProperty().get());
        model.speedCheck().giveWay();
        assertEquals(List.of(StopSignal.When.AFTER_STEP), host.stops);
        host.exit(WorkerExit.of(0, Optional.empty(), Path.of("worker.log")));
        assertFalse(model.speedCheck().busyProperty().get());
        assertTrue(
                model.setup().choiceProperty().get().offers().get(0).estimate().measured());
    }

    @Test
    @DisplayName("the preset is the one that suits machine and data, until a person chooses or starts one")
    void recommended() {
        files.dataset = MemoryFiles.dataset(40, 10, 0);
        files.machine = new MachineSize(1000, 64_000);
        model.refresh();
        assertEquals(Preset.BALANCED, model.setup().presetProperty().get());
        assertEquals("balanced", model.setup().configProperty().get().preset());
        model.start();
        files.dataset = MemoryFiles.dataset(5, 2, 0);
        model.refresh();
        assertEquals(Preset.BALANCED, model.setup().presetProperty().get());
        model.projectOpened();
        assertEquals(Preset.QUICK, model.setup().presetProperty().get());
        model.setup().presetProperty().set(Preset.BEST);
        model.refresh();
        assertEquals(Preset.BEST, model.setup().presetProperty().get());
    }
}
