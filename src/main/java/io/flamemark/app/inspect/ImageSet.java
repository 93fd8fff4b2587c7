package io.flamemark.app.inspect;

import io.flamemark.app.inspect.InspectImage.Group;

/** Which images are listed. */
enum ImageSet {
    JUDGED("Validation and test"),
    TRAIN("Training"),
    ALL("All");

    private final String title;

    ImageSet(String title) {
        this.title = title;
    }

    boolean holds(InspectImage image) {
        return switch (this) {
            case JUDGED -> image.group() != Group.TRAIN;
            case TRAIN -> image.group() == Group.TRAIN || image.group() == Group.OUTSIDE;
            case ALL -> true;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
