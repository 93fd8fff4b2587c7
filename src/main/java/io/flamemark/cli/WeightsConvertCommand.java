package io.flamemark.cli;

import io.flamemark.files.JsonObject;
import io.flamemark.files.Sha256;
import io.flamemark.weights.NormEpsilon;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.TensorFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weights convert}: the same tensors in another format. */
@Command(
        name = "convert",
        description = "Write the tensors of a file of weights as OUT: a .pth that torch.load opens, or .safetensors. "
                + "Names, numbers and their types stay; optimizers and the like are left out.")
final class WeightsConvertCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "IN", description = "A file of weights.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its ending says the format.")
    private Path out;

    @Option(
            names = "--norm-epsilon",
            paramLabel = "0|1e-5",
            description =
                    "Say in OUT what the norms of a detector were trained to add to the variance: 0 where torchvision"
                            + " fine-tuned it from its COCO weights, 1e-5 where it was trained from a backbone.")
    private String normEpsilon;

    @Option(names = "--force", description = "Replace OUT where it exists.")
    private boolean force;

    @Mixin
    private CommonOptions common;

    WeightsConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean safetensors = name.endsWith(".safetensors");
        if (!safetensors && !name.endsWith(".pth") && !name.endsWith(".pt")) {
            throw new IllegalArgumentException(out + ": the name has to end with .safetensors, .pth or .pt.");
        }
        Optional<NormEpsilon> said = Optional.ofNullable(normEpsilon).map(NormEpsilon::named);
        if (!force && Files.exists(out)) {
            throw new FileAlreadyExistsException(out.toString(), null, "it exists already; replace it with --force");
        }
        try (TensorFile file = TensorFile.open(in)) {
            if (safetensors) {
                SafetensorsWriter.write(out, file.tensors(), about(file, said));
            } else {
                PyTorchWriter.write(out, file.tensors(), about(file, said));
            }
            console.print(
                    common.json
                            ? json(file).toString()
                            : out + ": " + file.tensors().size() + " tensors");
        }
        return ExitCode.OK;
    }

    /** Where the numbers came from stays known: official weights are treated as such by what their hash says. */
    private Map<String, String> about(TensorFile file, Optional<NormEpsilon> said) throws IOException {
        Map<String, String> about = new LinkedHashMap<>(file.metadata());
        about.put("format", "pt");
        about.putIfAbsent(TensorFile.ORIGIN, Sha256.of(in));
        said.ifPresent(epsilon -> about.put(NormEpsilon.KEY, epsilon.title()));
        return about;
    }

    private JsonObject json(TensorFile file) {
        return JsonObject.builder()
                .put("file", out.toString())
                .put("tensors", file.tensors().size())
                .build();
    }
}
