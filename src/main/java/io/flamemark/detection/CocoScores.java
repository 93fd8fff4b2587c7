package io.flamemark.detection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * COCO's twelve figures, fractions 0..1 and -1 where undefined (no such truth), and one of ours. AP is the average
 * precision, AR the highest recall, over the IoU thresholds .50:.05:.95 unless one is named, and over classes.
 *
 * @param apSmall of objects up to 32x32 pixels; medium up to 96x96, large above
 * @param ar1 with one detection an image; 10 and 100 likewise
 * @param meanIou see {@link MeanIou}
 */
public record CocoScores(
        double ap,
        double ap50,
        double ap75,
        double apSmall,
        double apMedium,
        double apLarge,
        double ar1,
        double ar10,
        double ar100,
        double arSmall,
        double arMedium,
        double arLarge,
        double meanIou) {

    /** The figures by the names the command line writes, in COCO's order. */
    public Map<String, Double> byName() {
        Map<String, Double> names = new LinkedHashMap<>();
        names.put("AP", ap);
        names.put("AP50", ap50);
        names.put("AP75", ap75);
        names.put("APs", apSmall);
        names.put("APm", apMedium);
        names.put("APl", apLarge);
        names.put("AR1", ar1);
        names.put("AR10", ar10);
        names.put("AR100", ar100);
        names.put("ARs", arSmall);
        names.put("ARm", arMedium);
        names.put("ARl", arLarge);
        names.put("meanIoU", meanIou);
        return names;
    }
}
