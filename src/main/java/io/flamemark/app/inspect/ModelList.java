package io.flamemark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models to choose from: the runs beside the project, newest first, then what was asked for by name. */
final class ModelList {

    private final ObservableList<ModelChoice> all = FXCollections.observableArrayList();
    private final ObjectProperty<ModelChoice> chosen = new SimpleObjectProperty<>();
    private final List<ModelChoice> named = new ArrayList<>();
    private List<ModelChoice> runs = List.of();

    ObservableList<ModelChoice> all() {
        return all;
    }

    /** Null for none. */
    ObjectProperty<ModelChoice> chosenProperty() {
        return chosen;
    }

    /** Chooses a model, which joins the list if it is not in it. */
    void choose(ModelChoice model) {
        ModelChoice known = runs.stream().filter(model::isSameAs).findFirst().orElse(model);
        named.removeIf(model::isSameAs);
        named.add(0, known);
        list();
        chosen.set(known);
    }

    /** Another project: its newest run is to be chosen. */
    void forget() {
        runs = List.of();
        named.clear();
        chosen.set(null);
        all.clear();
    }

    /** Replaces the runs; the newest is chosen where no model is. */
    void setRuns(List<ModelChoice> next) {
        runs = next;
        rename();
        list();
        if (chosen.get() == null && !all.isEmpty()) {
            chosen.set(all.get(0));
        }
    }

    /** A model chosen before its run was listed takes the name it has there; it stays chosen. */
    private void rename() {
        ModelChoice current = chosen.get();
        runs.stream()
                .filter(r -> current != null && r.isSameAs(current) && !r.equals(current))
                .findFirst()
                .ifPresent(r -> {
                    named.removeIf(r::isSameAs);
                    list();
                    chosen.set(r);
                });
    }

    private void list() {
        List<ModelChoice> next = new ArrayList<>(runs);
        named.stream().filter(m -> !next.contains(m)).forEach(next::add);
        ModelChoice current = chosen.get();
        if (current != null && !next.contains(current)) {
            next.add(current);
        }
        // Adding and removing one by one keeps what a combo box has selected, where replacing all would clear it.
        all.removeIf(m -> !next.contains(m));
        next.stream().filter(m -> !all.contains(m)).forEach(m -> all.add(next.indexOf(m), m));
    }
}
