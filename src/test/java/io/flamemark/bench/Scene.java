package io.flamemark.bench;

import ai.djl.ndarray.NDArray;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.run.Augmenting;
import io.flamemark.run.ModelCard;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.TrainingJob;
import io.flamemark.synthesis.FireTruth;
import io.flamemark.synthesis.SceneSpec;
import io.flamemark.synthesis.SceneSynthesizer;
import io.flamemark.synthesis.SyntheticScene;
import io.flamemark.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What both sides of the comparison work on, in one folder: images with fires, their outlines as {@code scene.json},
 * and the weights of a ResNet-50 network of torchvision's full width with two classes.
 *
 * @param folder absolute
 * @param size of the square images, pixels
 * @param batch images a training step
 * @param threads for each side
 */
record Scene(Path folder, int size, int batch, int threads) {

    /** So small that the weights, and with them the work of a step, stay the same from round to round. */
    private static final double LEARNING_RATE = 1e-7;

    /** Without it each residual block would double what runs through it, since nothing is normalised yet. */
    private static final float BLOCK_SCALE = 0.3f;

    private static final int FIRES = 2;

    private static final RunConfig.Sampling SAMPLING = RunConfig.Sampling.torchvision();

    /** What the Python side reads. */
    record Shared(int size, int batch, int threads, double learningRate, List<Picture> pictures) {}

    /** One image and the outlines of its objects, flat xy in pixels. */
    record Picture(String file, List<List<Double>> outlines) {}

    RunDirectory run() {
        return RunFixture.folder(folder.resolve("run"));
    }

    Path image(int index) {
        return folder.resolve("image-" + index + ".png");
    }

    /** Writes everything into the folder; detections are made in the precision. */
    void write(String precision) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            ImageEncoder.write(synthesized(i).image(), image(i), 1);
            String file = image(i).getFileName().toString();
            pictures.add(new Picture(file, outlines(i).stream().map(Scene::flat).toList()));
        }
        RunFiles.write(folder.resolve("scene.json"), new Shared(size, batch, threads, LEARNING_RATE, pictures));
        writeModel(job(precision));
    }

    /** What this program's side trains on. */
    TrainingJob job(String precision) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            List<Instance> instances = outlines(i).stream()
                    .map(outline -> new Instance(1, List.of(outline)))
                    .toList();
            samples.add(new Sample("image-" + i, image(i), size, size, instances));
        }
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), samples, List.of(), List.of());
        return new TrainingJob(config(precision), dataset, run());
    }

    private SyntheticScene synthesized(int index) {
        SceneSpec.Place[] places = SceneSpec.Place.values();
        return SceneSynthesizer.synthesize(
                new SceneSpec(places[index % places.length], SceneSpec.Time.values()[0], FIRES, index + 1, size, size));
    }

    private List<Polygon> outlines(int index) {
        return synthesized(index).fires().stream().map(FireTruth::polygon).toList();
    }

    private static List<Double> flat(Polygon outline) {
        return outline.vertices().stream().flatMap(p -> Stream.of(p.x(), p.y())).toList();
    }

    private void writeModel(TrainingJob job) throws IOException {
        Files.createDirectories(run().model());
        try (MaskRcnn network = new MaskRcnn(job.config().network(), SAMPLING, 2, 1)) {
            Map<String, NDArray> all = network.parameters().all();
            all.forEach((name, tensor) -> {
                if (name.endsWith("bn3.weight")) {
                    float[] values = new float[(int) tensor.size()];
                    Arrays.fill(values, BLOCK_SCALE);
                    Parameters.fill(tensor, values);
                }
            });
            SafetensorsWriter.write(run().weights(), NetworkTensors.of(all), Map.of());
        }
        ModelCard card = ModelCard.of(job, 1, Optional.empty(), 0, Instant.EPOCH);
        RunFiles.write(run().modelCard(), card);
    }

    private RunConfig config(String precision) {
        return new RunConfig(
                RunConfig.VERSION,
                "speed",
                new RunConfig.Network(
                        "resnet50",
                        64,
                        "frozen",
                        "torchvision",
                        run().weights().toString(),
                        size,
                        size,
                        256,
                        1024,
                        4,
                        "all"),
                SAMPLING,
                new RunConfig.Optimization("sgd", 1, 1_000_000, batch, LEARNING_RATE, 0.9, 1e-4, 0, "constant", 0),
                new Augmenting(0, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(threads, 1, "cpu", 0, precision));
    }
}
