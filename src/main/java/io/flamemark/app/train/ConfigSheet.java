package io.flamemark.app.train;

import io.flamemark.run.RunConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.DefaultPropertyEditorFactory;
import org.controlsfx.property.editor.Editors;
import org.controlsfx.property.editor.PropertyEditor;

/** Every value of a training configuration with its explanation, to look at and to change. */
final class ConfigSheet extends PropertySheet {

    /** Fields that know only a few words. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "network.backbone", RunConfig.BACKBONES,
            "network.norm", RunConfig.NORMS,
            "network.recipe", RunConfig.RECIPES,
            "network.trainableStages", RunConfig.STAGES,
            "optimization.optimizer", RunConfig.OPTIMIZERS,
            "optimization.schedule", RunConfig.SCHEDULES,
            "machine.device", RunConfig.DEVICES,
            "machine.precision", RunConfig.PRECISIONS);

    private final Consumer<RunConfig> onEdit;
    private final Consumer<String> onRefusal;

    /**
     * @param onEdit given the next configuration after each change
     * @param onRefusal given a sentence where a value does not fit
     */
    ConfigSheet(Consumer<RunConfig> onEdit, Consumer<String> onRefusal) {
        this.onEdit = onEdit;
        this.onRefusal = onRefusal;
        setMode(Mode.CATEGORY);
        setModeSwitcherVisible(false);
        setSearchBoxVisible(false);
        setCategoryComparator(Comparator.comparingInt(ConfigItem.categories()::indexOf));
        DefaultPropertyEditorFactory usual = new DefaultPropertyEditorFactory();
        setPropertyEditorFactory(item -> editor((ConfigItem) item, usual));
        getStyleClass().add("config-sheet");
    }

    private static PropertyEditor<?> editor(ConfigItem item, DefaultPropertyEditorFactory usual) {
        if (item.path().equals("network.weights")) {
            return new WeightsEditor(item);
        }
        List<String> choices = CHOICES.get(item.path());
        return choices == null ? usual.call(item) : Editors.createChoiceEditor(item, choices);
    }

    /** Shows another configuration, or nothing where it is null. */
    void show(RunConfig config) {
        getItems().setAll(config == null ? List.of() : ConfigItem.all(config, onEdit, onRefusal));
    }
}
