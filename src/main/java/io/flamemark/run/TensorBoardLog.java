package io.flamemark.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run measures, for TensorBoard, beside {@code metrics.csv}: each session of the run writes a file into {@code
 * tensorboard/}, made with the first number. Points lie over the step; tags are grouped as {@code train/}, {@code
 * epoch/}, {@code validation/} and {@code speed/}.
 */
final class TensorBoardLog implements Closeable {

    private final Path folder;
    private final String run;
    private TensorBoardFile file;

    TensorBoardLog(Path folder, String run) {
        this.folder = folder;
        this.run = run;
    }

    /** Writes what an event measures, if it does. */
    void write(LoggedEvent logged) throws IOException {
        RunEvent event = logged.event();
        if (event instanceof RunEvent.Resumed resumed) {
            file(logged.at()).restart(logged.at(), resumed.step() + 1);
        } else if (event instanceof RunEvent.StepMeasured step) {
            file(logged.at()).scalars(logged.at(), step.step(), ofStep(step));
        } else if (event instanceof RunEvent.EpochMeasured epoch) {
            file(logged.at()).scalars(logged.at(), epoch.step(), ofEpoch(epoch));
        }
    }

    private TensorBoardFile file(Instant now) throws IOException {
        if (file == null) {
            file = TensorBoardFile.create(folder, run, now);
        }
        return file;
    }

    private static Map<String, Double> ofStep(RunEvent.StepMeasured step) {
        Map<String, Double> values = losses("train/", step.losses());
        values.put("train/learning_rate", step.learningRate());
        values.put("speed/images_per_second", step.imagesPerSecond());
        return values;
    }

    private static Map<String, Double> ofEpoch(RunEvent.EpochMeasured epoch) {
        Map<String, Double> values = losses("epoch/", epoch.training());
        epoch.validation().ifPresent(losses -> values.putAll(losses("validation/", losses)));
        epoch.scores().ifPresent(scores -> values.putAll(scores(scores)));
        values.put("speed/seconds_per_epoch", epoch.seconds());
        return values;
    }

    private static Map<String, Double> losses(String group, LossBreakdown losses) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(group + "loss", losses.total());
        values.put(group + "loss_objectness", losses.objectness());
        values.put(group + "loss_rpn_box_reg", losses.rpnBoxRegression());
        values.put(group + "loss_classifier", losses.classifier());
        values.put(group + "loss_box_reg", losses.boxRegression());
        values.put(group + "loss_mask", losses.mask());
        return values;
    }

    /** What is undefined, for want of truth, makes no point. */
    private static Map<String, Double> scores(Scores scores) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("validation/mask_ap", scores.maskAp());
        values.put("validation/mask_ap50", scores.maskAp50());
        values.put("validation/box_ap", scores.boxAp());
        values.put("validation/box_ap50", scores.boxAp50());
        values.put("validation/mean_iou", scores.meanIou());
        values.values().removeIf(value -> value < 0);
        return values;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
