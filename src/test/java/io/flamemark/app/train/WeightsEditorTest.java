package io.flamemark.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WeightsEditorTest {

    @Test
    @DisplayName("names of published weights are offered; a path may be typed; nothing means none")
    void edits() throws Exception {
        List<RunConfig> edits = new ArrayList<>();
        ConfigItem item = ConfigItem.all(MemoryFiles.config("quick"), edits::add, refusal -> {}).stream()
                .map(ConfigItem.class::cast)
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
}
