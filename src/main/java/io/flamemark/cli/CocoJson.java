package io.flamemark.cli;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detection;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.RunLengthMask;
import java.util.ArrayList;
import java.util.List;

/** Predictions in COCO's results format; category ids are the network's class indices, 1..K. */
final class CocoJson {

    private CocoJson() {}

    /** The flat list of results, masks as compressed run lengths. */
    static JsonArray results(List<Prediction> predictions) {
        List<JsonValue> results = new ArrayList<>();
        for (Prediction prediction : predictions) {
            for (Detection detection : prediction.found().all()) {
                results.add(result(prediction, detection));
            }
        }
        return JsonArray.of(results);
    }

    /** What the ids of the results mean: COCO's {@code images} and {@code categories}. */
    static JsonObject images(List<Prediction> predictions, LabelMap labels) {
        List<JsonValue> categories = new ArrayList<>();
        for (int label = 1; label <= labels.classes().size(); label++) {
            categories.add(JsonObject.builder()
                    .put("id", label)
                    .put("name", labels.nameOf(label))
                    .build());
        }
        return JsonObject.builder()
                .put("images", JsonArray.of(predictions, CocoJson::image))
                .put("categories", JsonArray.of(categories))
                .build();
    }

    private static JsonObject image(Prediction prediction) {
        return JsonObject.builder()
                .put("id", prediction.id())
                .put("file_name", prediction.name())
                .put("width", prediction.width())
                .put("height", prediction.height())
                .build();
    }

    private static JsonObject result(Prediction prediction, Detection detection) {
        RunLengthMask mask = RunLengthMask.of(detection.mask(), prediction.width(), prediction.height());
        Box box = detection.box();
        return JsonObject.builder()
                .put("image_id", prediction.id())
                .put("category_id", detection.label())
                .put("score", detection.score())
                .put("bbox", JsonArray.of(box.x1(), box.y1(), box.width(), box.height()))
                .put(
                        "segmentation",
                        JsonObject.builder()
                                .put("size", JsonArray.of(prediction.height(), prediction.width()))
                                .put("counts", mask.encode())
                                .build())
                .build();
    }
}
