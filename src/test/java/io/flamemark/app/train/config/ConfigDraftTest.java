package io.flamemark.app.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.run.Presets;
import io.flamemark.run.RunConfig;
import io.flamemark.run.StartingWeights;
import io.flamemark.weights.NetworkFiles;
import io.flamemark.weights.Pretrained;
import io.flamemark.weights.WeightsCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A configuration being changed")
class ConfigDraftTest {

    @TempDir
    Path folder;

    private final RunConfig preset =
            Presets.of("quick", new Dataset(new LabelMap(List.of("fire")), List.of(), List.of(), List.of()));
    static final FxTasks AT_ONCE = tasks(Runnable::run);

    private Path detector;
    private ConfigDraft draft;

    static FxTasks tasks(Executor background) {
        return new FxTasks(background, Runnable::run, e -> {
            throw new AssertionError(e);
        });
    }

    @BeforeEach
    void prepare() throws IOException {
        detector = folder.resolve("d.pth");
        NetworkFiles.write(detector, NetworkFiles.detector()).close();
        draft = new ConfigDraft(preset, this::fitted, AT_ONCE, () -> {});
    }

    private RunConfig fitted(RunConfig config) throws IOException {
        return StartingWeights.resolve(config, new WeightsCache(folder));
    }

    @Test
    @DisplayName("follows weights as soon as they are chosen, and says what they change")
    void follows() {
        draft.set(ConfigDraft.WEIGHTS, detector);
        assertEquals("resnet18", draft.config().network().backbone());
        assertEquals("sgd", draft.config().optimization().optimizer());
        assertEquals("3+", draft.config().network().trainableStages());
        assertEquals(
                "The network becomes the Mask R-CNN on resnet18 that these weights are of (recipe torchvision). It learns by"
                        + " SGD at 0.005 with two drops, in 10 epochs instead of 20; its norms and what Trainable stages 3+"
                        + " leaves out stay as they are. Values you set stand: choose all there to train every stage.",
                draft.note());
    }

    @Test
    @DisplayName("keeps every value a person has set, before the weights or after, until the training begins")
    void ownValues() throws IOException {
        draft.set("network.minSize", 224);
        draft.set(ConfigDraft.WEIGHTS, detector);
        draft.set("network.trainableStages", "all");
        for (RunConfig config : new RunConfig[] {draft.config(), fitted(draft.config())}) {
            assertEquals(224, config.network().minSize());
            assertEquals("all", config.network().trainableStages());
            assertEquals("sgd", config.optimization().optimizer());
        }
        draft.set(ConfigDraft.WEIGHTS, "none");
        assertEquals(preset.optimization(), draft.config().optimization());
        assertEquals("group", draft.config().network().norm());
        assertEquals(224, draft.config().network().minSize());
        assertEquals("", draft.note());
    }

    @Test
    @DisplayName("says that a backbone alone leaves the heads to learn from nothing, by the recipe for that")
    void backbone() throws IOException {
        NetworkFiles.write(
                        folder.resolve(Pretrained.RESNET34.file().fileName()),
                        NetworkFiles.resnet("", false, 3, 4, 6, 3))
                .close();
        draft.set(ConfigDraft.WEIGHTS, "resnet34");
        assertEquals("scratch", draft.config().network().recipe());
        assertEquals("resnet34", draft.config().network().weights(), "the name, as it was chosen");
        assertEquals(
                "The backbone becomes resnet34 and starts from these weights; the pyramid and the heads learn from nothing,"
                        + " which the recipe scratch is made for. The backbone follows at 0.1 of the learning rate; its norms and"
                        + " what Trainable stages 3+ leaves out stay as they are. Values you set stand: choose all there to"
                        + " train every stage.",
                draft.note());
        assertEquals(preset.optimization(), draft.config().optimization());
        draft.set("network.trainableStages", "all");
        draft.set("tuning.backboneRate", 1);
        RunConfig begun = fitted(draft.config());
        assertEquals("all", begun.network().trainableStages(), "until the training begins");
        assertEquals(1, begun.tuning().backboneRate());
    }

    @Test
    @DisplayName("says at once that weights are not there, and how to get them")
    void absent() {
        draft.set(ConfigDraft.WEIGHTS, "coco");
        assertEquals("coco", draft.config().network().weights());
        assertEquals(preset.optimization(), draft.config().optimization());
        assertTrue(draft.note().contains("weights fetch coco"), draft.note());
    }

    @Test
    @DisplayName("is not settled while weights are read, and keeps what is set meanwhile")
    void reading() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        List<Boolean> told = new ArrayList<>();
        ConfigDraft[] slow = new ConfigDraft[1];
        slow[0] = new ConfigDraft(preset, this::fitted, tasks(waiting::add), () -> told.add(slow[0].isSettled()));
        slow[0].set(ConfigDraft.WEIGHTS, detector);
        assertEquals("Reading these weights…", slow[0].note());
        assertEquals(detector.toString(), slow[0].config().network().weights(), "as the line shows it");
        slow[0].set("network.trainableStages", "all");
        waiting.remove().run();
        assertEquals(List.of(false, false, true), told);
        assertEquals("frozen", slow[0].config().network().norm());
        assertEquals("all", slow[0].config().network().trainableStages());
    }

    @Test
    @DisplayName("does not follow weights that others took the place of before they were read")
    void overtaken() throws IOException {
        Queue<Runnable> waiting = new ArrayDeque<>();
        ConfigDraft slow = new ConfigDraft(preset, this::fitted, tasks(waiting::add), () -> {});
        slow.set(ConfigDraft.WEIGHTS, detector);
        slow.set(ConfigDraft.WEIGHTS, folder.resolve("gone.pth"));
        waiting.remove().run();
        assertFalse(slow.isSettled());
        waiting.remove().run();
        assertTrue(slow.note().contains("there is no such file"), slow.note());
        slow.set(ConfigDraft.WEIGHTS, detector);
        slow.set(ConfigDraft.WEIGHTS, "none");
        assertTrue(slow.isSettled());
        waiting.remove().run();
        assertEquals(preset, slow.config());
    }

    @Test
    @DisplayName("is not changed by a value that does not fit")
    void refused() {
        draft.set("network.minSize", 224);
        RunConfig before = draft.config();
        assertThrows(IllegalArgumentException.class, () -> draft.set("network.trainableStages", "some"));
        assertEquals(before, draft.config());
    }
}
