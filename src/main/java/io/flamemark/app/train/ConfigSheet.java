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
            "network.backbone", List.of("resnet18", "resnet34", "resnet50", "resnet101"),
            "network.norm", List.of("group", "frozen"),
            "network.trainableStages", List.of("heads", "5+", "4+", "3+", "all"),
            "optimization.optimizer", List.of("sgd", "adamw"),
            "optimization.schedule", List.of("constant", "step", "cosine"),
            "machine.device", List.of("cpu", "gpu"));

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
        List<String> choices = CHOICES.get(item.path());
        return choices == null ? usual.call(item) : Editors.createChoiceEditor(item, choices);
    }

    /** Shows another configuration, or nothing where it is null. */
    void show(RunConfig config) {
        getItems().setAll(config == null ? List.of() : ConfigItem.all(config, onEdit, onRefusal));
    }
}
