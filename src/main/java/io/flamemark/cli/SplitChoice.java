package io.flamemark.cli;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import java.util.List;
import java.util.stream.Stream;

/** Which images of a project are looked at. */
enum SplitChoice {
    TRAIN,
    VAL,
    TEST,
    ALL;

    List<Sample> of(Dataset dataset) {
        return switch (this) {
            case TRAIN -> dataset.train();
            case VAL -> dataset.validation();
            case TEST -> dataset.test();
            case ALL ->
                Stream.of(dataset.train(), dataset.validation(), dataset.test())
                        .flatMap(List::stream)
                        .toList();
        };
    }
}
