package io.flamemark.edit;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import java.util.List;

/**
 * What bringing one project into another comes to.
 *
 * @param next the open project afterwards
 * @param imagesAdded new to it
 * @param imagesChanged of those both have
 * @param regionsAdded in all
 * @param regionsKnown that were there already and were not added again
 * @param regionsReplaced that had to give way
 * @param findings what was not taken over, and why
 */
public record ImportOutcome(
        Project next,
        int imagesAdded,
        int imagesChanged,
        int regionsAdded,
        int regionsKnown,
        int regionsReplaced,
        List<Finding> findings) {

    public ImportOutcome {
        findings = List.copyOf(findings);
    }

    /** The edit of {@code before}, the project that was planned for, that makes {@link #next} of it. */
    public Edit edit(Project before) {
        return new Edit.Restore(ProjectDelta.between(before, next), "import annotations");
    }

    /** For a person: one sentence. */
    public String summary() {
        String there = regionsKnown == 1 ? " was there already" : " were there already";
        if (imagesAdded + imagesChanged == 0 && regionsKnown > 0) {
            return "Nothing is new: " + count(regionsKnown, "region") + there + ".";
        }
        String known = regionsKnown > 0 ? ", " + regionsKnown + there : "";
        String replaced = regionsReplaced > 0 ? ", " + regionsReplaced + " replaced" : "";
        return count(imagesAdded, "image") + " added, " + count(imagesChanged, "image") + " changed; "
                + count(regionsAdded, "region") + " added" + known + replaced + ".";
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
