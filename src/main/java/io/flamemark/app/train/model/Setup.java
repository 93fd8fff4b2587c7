package io.flamemark.app.train.model;

import io.flamemark.app.train.model.TrainingFiles.Data;
import io.flamemark.augment.SmallOutlines;
import io.flamemark.dataset.Dataset;
import io.flamemark.run.PresetChoice;
import io.flamemark.run.PresetChoice.Offer;
import io.flamemark.run.RunConfig;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How the next training is set up: by the preset that suits machine and data until a person chooses another, or by values
 * of one's own. For the window's thread.
 */
public final class Setup {

    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.QUICK);
    private final ReadOnlyObjectWrapper<RunConfig> config = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PresetChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DataNote> tooSmall = new ReadOnlyObjectWrapper<>(DataNote.NONE);
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Dataset dataset;
    private boolean edited;
    private boolean picked;
    private boolean following;

    Setup() {
        preset.addListener((o, was, is) -> {
            picked |= !following;
            edited = false;
            apply();
            settled.set(true);
        });
    }

    /** Setting it is a person's choice. */
    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** What a training would be started with; null while there is no data. */
    public ReadOnlyObjectProperty<RunConfig> configProperty() {
        return config.getReadOnlyProperty();
    }

    /** What each preset would take here, and which suits; null while there is no data. */
    public ReadOnlyObjectProperty<PresetChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** What would be started now and what that would take; null while there is no data. */
    public ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Says how many outlines are too small at the size chosen for the images; nothing where none is. */
    public ReadOnlyObjectProperty<DataNote> tooSmallProperty() {
        return tooSmall.getReadOnlyProperty();
    }

    /** Whether all of what was chosen is known; until then nothing can be started. */
    public ReadOnlyBooleanProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /** Whether single values were replaced since the preset was chosen. */
    public boolean isEdited() {
        return edited;
    }

    /** The data was read, so that it is known what suits it. */
    void offer(Data data) {
        dataset = data.dataset();
        choice.set(data.choice());
        if (!picked && !edited) {
            following = true;
            preset.set(Preset.of(data.choice().recommended()));
            following = false;
        }
        apply();
    }

    /** Another project: what was chosen for the last one says nothing about it. */
    void forget() {
        edited = false;
        picked = false;
        choice.set(null);
        offer.set(null);
        tooSmall.set(DataNote.NONE);
        settled.set(true);
    }

    /** Single values are to be replaced by what is not known yet; {@link #edit} or another preset ends that. */
    public void beginEdit() {
        edited = true;
        settled.set(false);
    }

    /** Replaces single values; kept until another preset is chosen. */
    public void edit(RunConfig next) {
        edited = true;
        config.set(next);
        settled.set(true);
        estimate();
    }

    private void estimate() {
        PresetChoice now = choice.get();
        offer.set(
                now == null
                        ? null
                        : edited
                                ? now.own(config.get(), dataset)
                                : now.offer(preset.get().key()));
        tooSmall.set(Optional.ofNullable(offer.get())
                .flatMap(it -> SmallOutlines.of(dataset, it.config().network()).finding())
                .map(DataNote::of)
                .orElse(DataNote.NONE));
    }

    /**
     * What is chosen now, as what to train with once the data is read anew. What was started once stays chosen, even if
     * its speed makes something else suit better. Empty until all of it is known.
     */
    Optional<Function<Data, RunConfig>> settle() {
        if (!settled.get()) {
            return Optional.empty();
        }
        picked = true;
        Optional<RunConfig> own = edited ? Optional.of(config.get()) : Optional.empty();
        Preset wanted = preset.get();
        return Optional.of(
                data -> own.orElseGet(() -> data.choice().offer(wanted.key()).config()));
    }

    private void apply() {
        if (!edited && choice.get() != null) {
            config.set(choice.get().offer(preset.get().key()).config());
        }
        estimate();
    }
}
