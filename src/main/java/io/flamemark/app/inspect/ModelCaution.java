package io.flamemark.app.inspect;

import io.flamemark.app.task.FxTasks;
import io.flamemark.weights.NormEpsilon;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a person has to know of the chosen model's file, as long as it is the chosen one. For the window's thread. */
final class ModelCaution {

    private final ReadOnlyObjectProperty<ModelChoice> chosen;
    private final FxTasks tasks;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    ModelCaution(ReadOnlyObjectProperty<ModelChoice> chosen, FxTasks tasks) {
        this.chosen = chosen;
        this.tasks = tasks;
        chosen.addListener((o, was, is) -> {
            if (!isSame(was, is)) {
                read(is);
            }
        });
    }

    /** A sentence; empty while all is well. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    private void read(ModelChoice model) {
        words.set("");
        if (model != null) {
            tasks.task("Reading " + model.name(), progress -> NormEpsilon.caution(model.weights()))
                    .unseen()
                    .onSuccess(found -> tell(model, found.orElse("")))
                    .onFailure(e -> tell(model, e.getMessage()))
                    .start();
        }
    }

    private void tell(ModelChoice model, String sentence) {
        if (isSame(model, chosen.get())) {
            words.set(sentence);
        }
    }

    private static boolean isSame(ModelChoice one, ModelChoice other) {
        return one != null && other != null && one.isSameAs(other);
    }
}
