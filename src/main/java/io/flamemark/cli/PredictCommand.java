package io.flamemark.cli;

import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.files.JsonObject;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict}: looks at images with a trained model. */
@Command(
        name = "predict",
        description = "Find objects in images. Writes coco_results.json, coco_images.json, via_project.json, areas.csv "
                + "and overlays/. Exit code 1 if an image could not be read.")
final class PredictCommand implements Callable<Integer> {

    private final Ports ports;
    private final Console console;

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "RUN|FILE",
            description = "A run's directory, or weights.")
    private Path weights;

    @Parameters(arity = "1..*", paramLabel = "IMAGE|FOLDER|LIST", description = "Images, folders, text files of paths.")
    private List<Path> inputs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made if need be.")
    private Path out;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            defaultValue = "0.05",
            description = "Leave out detections with a lower score (default: 0.05).")
    private double threshold;

    @Option(
            names = "--show",
            paramLabel = "T",
            defaultValue = "0.5",
            description =
                    "Leave detections with a lower score out of the overlays and the VIA project, which people look "
                            + "at; the other files keep them (default: 0.5).")
    private double show;

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "100",
            description = "Keep at most so many an image, the best (default: 100).")
    private int max;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = Shard.ALL,
            converter = Shard.Converter.class,
            description = "Only the I-th of N equal parts of the images.")
    private Shard shard;

    @Mixin
    private DeviceOption device;

    @Mixin
    private CommonOptions common;

    PredictCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> images = shard.of(ImageList.of(inputs));
        if (images.isEmpty()) {
            throw new IOException("There is no image (JPG, PNG, TIF) among " + inputs + ".");
        }
        Files.createDirectories(out.resolve("overlays"));
        ImageNames names = ImageNames.of(images);
        try (Detector detector = device.open(ports, weights, console)) {
            List<Prediction> predictions = predict(detector, images, names);
            new PredictionFiles(out, detector.labels(), names.root(), show).write(predictions);
            console.print(common.json ? json(predictions).toString() : summary(predictions));
            return predictions.size() == images.size() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private List<Prediction> predict(Detector detector, List<Path> images, ImageNames names) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        Progress progress = console.progress("Images", images.size());
        for (int i = 0; i < images.size(); i++) {
            Path image = images.get(i);
            try {
                Prediction prediction = predict(detector, i + 1, image, names.of(image));
                predictions.add(prediction);
                progress.update(
                        i + 1, prediction.name() + ": " + prediction.found().size());
            } catch (ImageReadException e) {
                progress.finish();
                console.note(e.getMessage());
            }
        }
        progress.finish();
        return predictions;
    }

    private Prediction predict(Detector detector, int id, Path image, String name) throws IOException {
        RgbImage pixels = new ImageDecoder().decode(image);
        List<Detection> all = detector.detect(image, threshold).all();
        Detections found = new Detections(all.subList(0, Math.min(max, all.size())));
        Path overlay = out.resolve("overlays").resolve(name.replace('/', '_') + ".png");
        ImageEncoder.write(Overlays.paint(pixels, found.atLeast(show), detector.labels(), List.of()), overlay, 1);
        return new Prediction(id, image, name, pixels.width(), pixels.height(), found);
    }

    private String summary(List<Prediction> predictions) {
        return "%s objects in %s images: %s".formatted(objects(predictions), predictions.size(), out);
    }

    private JsonObject json(List<Prediction> predictions) {
        return JsonObject.builder()
                .put("images", predictions.size())
                .put("detections", objects(predictions))
                .put("out", out.toString())
                .build();
    }

    private static int objects(List<Prediction> predictions) {
        return predictions.stream().mapToInt(p -> p.found().size()).sum();
    }
}
