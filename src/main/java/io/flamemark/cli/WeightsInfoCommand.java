package io.flamemark.cli;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.weights.Architecture;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weights info}: what a file of weights holds. */
@Command(name = "info", description = "Say what a .pth or .safetensors file holds, and of which network it is.")
final class WeightsInfoCommand implements Callable<Integer> {

    private static final double MILLION = 1e6;

    /** Longer names stand out of the column rather than widen it. */
    private static final int WIDEST_COLUMN = 80;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A file of weights.")
    private Path path;

    @Mixin
    private CommonOptions common;

    WeightsInfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (TensorFile file = TensorFile.open(path)) {
            if (common.json) {
                console.print(json(file).toIndentedString().stripTrailing());
            } else {
                print(file);
            }
        }
        return ExitCode.OK;
    }

    private static Optional<Architecture> network(TensorFile file) {
        try {
            return Optional.of(Architecture.of(file));
        } catch (WeightsException e) {
            return Optional.empty();
        }
    }

    private void print(TensorFile file) {
        line(file.path() + ": " + file.format().title());
        line(String.format(
                Locale.ROOT, "%d tensors, %.1f million values", file.tensors().size(), file.valueCount() / MILLION));
        line("network: " + network(file).map(Architecture::text).orElse("none that training could start from"));
        file.metadata().forEach((key, value) -> line(key + ": " + value));
        int widest =
                file.tensors().keySet().stream().mapToInt(String::length).max().orElse(0);
        int column = Math.min(widest, WIDEST_COLUMN);
        file.tensors().forEach((name, tensor) -> {
            String space = " ".repeat(Math.max(0, column - name.length()));
            line("  " + name + space + "  " + tensor.type() + "  " + tensor.shape());
        });
    }

    private void line(String text) {
        console.print(WeightsException.printable(text));
    }

    private static JsonObject json(TensorFile file) {
        JsonObject.Builder json = JsonObject.builder()
                .put("file", file.path().toString())
                .put("format", file.format().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("values", file.valueCount());
        network(file).ifPresent(network -> json.put("network", json(network)));
        JsonObject.Builder metadata = JsonObject.builder();
        file.metadata().forEach(metadata::put);
        json.put("metadata", metadata.build());
        return json.put("tensors", JsonArray.of(file.tensors().entrySet(), WeightsInfoCommand::json))
                .build();
    }

    private static JsonObject json(Architecture network) {
        JsonObject.Builder json = JsonObject.builder()
                .put("backbone", network.backbone())
                .put("norm", network.batchNorm() ? "batch" : "group");
        network.heads()
                .ifPresent(heads -> json.put("fpnChannels", heads.fpnChannels())
                        .put("headWidth", heads.headWidth())
                        .put("maskLayers", heads.maskLayers())
                        .put("classes", heads.classes()));
        return json.build();
    }

    private static JsonObject json(Map.Entry<String, Tensor> tensor) {
        return JsonObject.builder()
                .put("name", tensor.getKey())
                .put("type", tensor.getValue().type().name())
                .put("shape", JsonArray.of(tensor.getValue().shape().sides(), JsonValue::of))
                .build();
    }
}
