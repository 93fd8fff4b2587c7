package io.flamemark.app.train.config;

import io.flamemark.app.task.FxTasks;
import io.flamemark.run.RunConfig;
import io.flamemark.run.StartingWeights;
import io.flamemark.settings.SettingsStore;
import io.flamemark.weights.WeightsCache;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.DefaultPropertyEditorFactory;
import org.controlsfx.property.editor.Editors;
import org.controlsfx.property.editor.PropertyEditor;

/**
 * Every value of a training configuration with its explanation, to look at and to change. When weights are chosen, what
 * they change is said above and shown in every line.
 */
public final class ConfigSheet extends VBox {

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

    private final PropertySheet sheet = new PropertySheet();
    private final Label note = new Label();
    private final Map<ConfigItem, PropertyEditor<?>> editors = new LinkedHashMap<>();
    private final FxTasks tasks;
    private final Consumer<RunConfig> onEdit;
    private final Runnable onReading;
    private final Consumer<String> onRefusal;
    private Optional<ConfigDraft> draft = Optional.empty();

    /**
     * @param onEdit given the next configuration after each change, as soon as it is known
     * @param onReading called after a change that is not known in full until weights are read
     * @param onRefusal given a sentence where a value does not fit
     */
    public ConfigSheet(FxTasks tasks, Consumer<RunConfig> onEdit, Runnable onReading, Consumer<String> onRefusal) {
        super(6);
        this.tasks = tasks;
        this.onEdit = onEdit;
        this.onReading = onReading;
        this.onRefusal = onRefusal;
        sheet.setMode(PropertySheet.Mode.CATEGORY);
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setCategoryComparator(Comparator.comparingInt(ConfigItem.categories()::indexOf));
        DefaultPropertyEditorFactory usual = new DefaultPropertyEditorFactory();
        sheet.setPropertyEditorFactory(
                item -> editors.computeIfAbsent((ConfigItem) item, config -> editor(config, usual)));
        note.setId("weights-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("note-line");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        setVgrow(sheet, Priority.ALWAYS);
        getChildren().addAll(note, sheet);
        getStyleClass().add("config-sheet");
    }

    private static PropertyEditor<?> editor(ConfigItem item, DefaultPropertyEditorFactory usual) {
        if (item.path().equals(ConfigDraft.WEIGHTS)) {
            return new WeightsEditor(item);
        } else if (item.getType() == Double.class) {
            return new DecimalEditor(item);
        }
        List<String> choices = CHOICES.get(item.path());
        return choices == null ? usual.call(item) : Editors.createChoiceEditor(item, choices);
    }

    /** Shows another configuration, or nothing where it is null; what was under way is given up. */
    public void show(RunConfig config) {
        draft.ifPresent(ConfigDraft::abandon);
        note.setText("");
        editors.clear();
        draft = Optional.ofNullable(config).map(it -> new ConfigDraft(it, ConfigSheet::fit, tasks, this::edited));
        sheet.getItems()
                .setAll(draft.map(it -> ConfigItem.all(it::config, it::set, onRefusal))
                        .orElse(List.of()));
    }

    private static RunConfig fit(RunConfig named) throws IOException {
        return StartingWeights.resolve(named, new WeightsCache(SettingsStore.weightsFolder()));
    }

    private void edited() {
        ConfigDraft now = draft.orElseThrow();
        if (now.isSettled()) {
            onEdit.accept(now.config());
        } else {
            onReading.run();
        }
        note.setText(now.note());
        editors.forEach(ConfigSheet::reread);
    }

    /** In the line that is there: a new one would take the focus away from the one being edited. */
    @SuppressWarnings("unchecked")
    private static void reread(ConfigItem item, PropertyEditor<?> editor) {
        Object before = item.getValue();
        item.reread();
        if (!item.getValue().equals(before)) {
            ((PropertyEditor<Object>) editor).setValue(item.getValue());
        }
    }
}
