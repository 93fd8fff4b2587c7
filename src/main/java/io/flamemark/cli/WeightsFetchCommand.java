package io.flamemark.cli;

import io.flamemark.files.JsonObject;
import io.flamemark.settings.SettingsStore;
import io.flamemark.weights.Pretrained;
import io.flamemark.weights.WeightsCache;
import io.flamemark.weights.WeightsDownload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weights fetch}: published weights to start a training from. */
@Command(
        name = "fetch",
        description =
                "Download torchvision's weights for \"train --weights NAME\": coco (a Mask R-CNN on resnet50, 170 "
                        + "MB), or resnet18, resnet34, resnet50, resnet101 trained on ImageNet. A download that broke off goes "
                        + "on where it was. The first line of the output is the file.")
final class WeightsFetchCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "coco, resnet18, resnet34, resnet50 or resnet101.")
    private Pretrained weights;

    @Option(names = "--from", paramLabel = "URL", description = "A mirror of https://download.pytorch.org/models/.")
    private URI from = Pretrained.FOLDER;

    @Mixin
    private CommonOptions common;

    WeightsFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (from.getScheme() == null || !from.getScheme().matches("https?") || from.getHost() == null) {
            throw new IllegalArgumentException("--from " + from + " has to begin with https:// and name a server.");
        }
        WeightsCache cache = new WeightsCache(SettingsStore.weightsFolder());
        DownloadBar bar = new DownloadBar(console, weights.file().title());
        Path file;
        try {
            file = new WeightsDownload(cache, from).fetch(weights.file(), bar);
        } finally {
            bar.finish();
        }
        console.print(
                common.json
                        ? JsonObject.builder()
                                .put("file", file.toString())
                                .build()
                                .toString()
                        : file.toString());
        return ExitCode.OK;
    }
}
