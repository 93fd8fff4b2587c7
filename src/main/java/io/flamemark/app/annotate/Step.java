package io.flamemark.app.annotate;

import io.flamemark.annotation.RegionId;
import io.flamemark.edit.Edit;
import java.util.Optional;
import java.util.Set;

/**
 * What comes of an input: the tool's next state, and what it wants done.
 *
 * @param edit to be applied to the project
 * @param selection to be selected from now on; empty leaves the selection
 * @param hint a sentence why something did not happen
 */
record Step(Tool next, Optional<Edit> edit, Optional<Set<RegionId>> selection, Optional<String> hint) {

    static Step to(Tool next) {
        return new Step(next, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Step editing(Edit wanted) {
        return new Step(next, Optional.of(wanted), selection, hint);
    }

    Step selecting(Set<RegionId> wanted) {
        return new Step(next, edit, Optional.of(wanted), hint);
    }

    Step saying(String sentence) {
        return new Step(next, edit, selection, Optional.of(sentence));
    }
}
