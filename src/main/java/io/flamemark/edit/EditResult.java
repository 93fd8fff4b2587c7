package io.flamemark.edit;

import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of an edit. */
public sealed interface EditResult {

    /** It was done. */
    record Applied(Project next, Touched touched) implements EditResult {}

    /** It was not done and nothing changed; the reason is a sentence for the person. */
    record Refused(String reason) implements EditResult {}

    /** What an edit changed, so that a window can go there and repaint only that. */
    record Touched(Set<ImageId> images, Set<RegionId> regions) {
        public Touched {
            images = Set.copyOf(images);
            regions = Set.copyOf(regions);
        }

        public static Touched nothing() {
            return new Touched(Set.of(), Set.of());
        }

        Touched and(Touched other) {
            return new Touched(union(images, other.images), union(regions, other.regions));
        }

        private static <T> Set<T> union(Set<T> a, Set<T> b) {
            return Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet());
        }
    }
}
