package io.flamemark.app.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.NetworkFiles;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WeightsEditorTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("names of published weights are offered; a path may be typed; nothing means none")
    void edits() throws Exception {
        List<RunConfig> edits = new ArrayList<>();
        ConfigDraft[] draft = new ConfigDraft[1];
        draft[0] = new ConfigDraft(MemoryFiles.config("quick"), config -> config, ConfigDraftTest.AT_ONCE, () -> {
            if (draft[0].isSettled()) {
                edits.add(draft[0].config());
            }
        });
        ConfigItem item = ConfigItem.all(draft[0]::config, draft[0]::set, refusal -> {}).stream()
                .filter(i -> i.path().equals("network.weights"))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.asyncFx(() -> {
                    WeightsEditor editor = new WeightsEditor(item);
                    ComboBox<?> choice = (ComboBox<?>) editor.getEditor().lookup("#weights-choice");
                    assertEquals("none", editor.getValue());
                    assertTrue(choice.getItems().contains("coco"), choice.getItems()::toString);
                    editor.setValue("  /weights/mine.pth ");
                    editor.setValue("coco");
                    editor.setValue("");
                    return null;
                })
                .get();
        assertEquals(
                List.of("/weights/mine.pth", "coco", "none"),
                edits.stream().map(config -> config.network().weights()).toList());
    }

    @Test
    @DisplayName("weights that cannot be had are told above the values at once, and none takes the sentence away")
    void note() throws Exception {
        List<RunConfig> edits = new ArrayList<>();
        WaitForAsyncUtils.asyncFx(() -> {
                    ConfigSheet sheet = new ConfigSheet(ConfigDraftTest.AT_ONCE, edits::add, () -> {}, refusal -> {});
                    new Scene(sheet, 600, 400);
                    sheet.show(MemoryFiles.config("quick"));
                    Label note = (Label) sheet.lookup("#weights-note");
                    choose(sheet, folder.resolve("gone.pth").toString());
                    assertTrue(
                            note.isVisible() && note.getText().contains("gone.pth: there is no such file"),
                            note::getText);
                    choose(sheet, "none");
                    assertFalse(note.isVisible(), note::getText);
                    return null;
                })
                .get();
        assertEquals(2, edits.size());
    }

    @Test
    @DisplayName("weights that are there change the other lines where they are read")
    void lines() throws Exception {
        Path detector = folder.resolve("d.pth");
        NetworkFiles.write(detector, NetworkFiles.detector()).close();
        List<RunConfig> edits = new ArrayList<>();
        WaitForAsyncUtils.asyncFx(() -> {
                    ConfigSheet sheet = new ConfigSheet(ConfigDraftTest.AT_ONCE, edits::add, () -> {}, refusal -> {});
                    new Scene(sheet, 600, 400);
                    sheet.show(MemoryFiles.config("quick"));
                    ComboBox<String> line = choice(sheet);
                    choose(sheet, detector.toString());
                    assertSame(line, choice(sheet), "the line keeps the focus");
                    assertTrue(
                            values(sheet).containsAll(List.of("resnet18", "frozen", "torchvision")),
                            () -> values(sheet) + "");
                    assertEquals(detector.toString(), choice(sheet).getValue());
                    return null;
                })
                .get();
        assertEquals(1, edits.size(), "following is no edit of its own");
        assertEquals("frozen", edits.get(0).network().norm());
    }

    @Test
    @DisplayName(
            "weights are not read on the window's thread; what they change is given on when it is known, if still wanted")
    void slowly() throws Exception {
        Path detector = folder.resolve("d.pth");
        NetworkFiles.write(detector, NetworkFiles.detector()).close();
        Queue<Runnable> waiting = new ArrayDeque<>();
        List<RunConfig> edits = new ArrayList<>();
        int[] begun = new int[1];
        WaitForAsyncUtils.asyncFx(() -> {
                    ConfigSheet sheet = new ConfigSheet(
                            ConfigDraftTest.tasks(waiting::add), edits::add, () -> begun[0]++, refusal -> {});
                    new Scene(sheet, 600, 400);
                    sheet.show(MemoryFiles.config("quick"));
                    choose(sheet, detector.toString());
                    Label note = (Label) sheet.lookup("#weights-note");
                    assertEquals("Reading these weights…", note.getText());
                    assertEquals(detector.toString(), choice(sheet).getValue());
                    assertTrue(edits.isEmpty() && begun[0] == 1);
                    waiting.remove().run();
                    assertTrue(note.getText().startsWith("The network becomes"), note::getText);
                    assertEquals(1, edits.size());
                    choose(sheet, folder.resolve("gone.pth").toString());
                    sheet.show(null);
                    waiting.remove().run();
                    assertEquals(1, edits.size(), "given up");
                    return null;
                })
                .get();
    }

    private static void choose(ConfigSheet sheet, String weights) {
        choice(sheet).setValue(weights);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(ConfigSheet sheet) {
        sheet.applyCss();
        sheet.layout();
        return (ComboBox<String>) sheet.lookup("#weights-choice");
    }

    /** What the boxes of choices show. */
    private static List<Object> values(ConfigSheet sheet) {
        sheet.applyCss();
        sheet.layout();
        return sheet.lookupAll(".combo-box").stream()
                .map(box -> (Object) ((ComboBox<?>) box).getValue())
                .toList();
    }
}
