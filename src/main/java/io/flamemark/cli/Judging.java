package io.flamemark.cli;

import io.flamemark.dataset.PictureCopies;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.run.Detector;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at samples one by one, telling the progress. */
final class Judging {

    /** torchvision's, so that precision is averaged over the same detections. */
    static final double MIN_SCORE = 0.05;

    private Judging() {}

    /** Detections by sample id. */
    static Map<String, Detections> lookAt(List<Sample> samples, Detector detector, Console console) throws IOException {
        Map<String, Detections> found = new LinkedHashMap<>();
        PictureCopies pictures = new PictureCopies();
        Progress progress = console.progress("Images", samples.size());
        for (Sample sample : samples) {
            found.put(sample.id(), detector.detect(pictures.fileOf(sample), MIN_SCORE));
            progress.update(found.size(), sample.image().getFileName().toString());
        }
        progress.finish();
        return found;
    }
}
