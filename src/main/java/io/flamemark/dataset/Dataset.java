package io.flamemark.dataset;

import java.util.List;

/** What a run trains on, chooses its best epoch by, and is finally judged on. */
public record Dataset(LabelMap labels, List<Sample> train, List<Sample> validation, List<Sample> test) {

    public Dataset {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }
}
