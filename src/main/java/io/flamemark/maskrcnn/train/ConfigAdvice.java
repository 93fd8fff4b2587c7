package io.flamemark.maskrcnn.train;

import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.TransferSettings;
import java.util.ArrayList;
import java.util.List;

/** What a person should know about a configuration that can be trained but is not wise, or could be faster. */
final class ConfigAdvice {

    private static final int SMALL_BATCH = 4;

    /** Half of the 800 pixels at which torchvision trained its detectors: anchors and features are made for that. */
    private static final int SMALL_FOR_A_DETECTOR = 400;

    private final RunConfig config;
    private final RunConfig.Network network;
    private final Precision precision;
    private final boolean onCard;
    private final List<Notice> advice = new ArrayList<>();

    private ConfigAdvice(RunConfig config, Precision precision, boolean onCard) {
        this.config = config;
        this.precision = precision;
        this.onCard = onCard;
        network = config.network();
    }

    /**
     * About a run that begins.
     *
     * @param precision that the configuration has come to on this machine
     * @param onCard whether a graphics card computes
     */
    static List<Notice> about(RunConfig config, Precision precision, boolean onCard) {
        ConfigAdvice about = new ConfigAdvice(config, precision, onCard);
        about.whatStaysRandom();
        about.batchNorm();
        about.pretrainedDetector();
        about.pretrainedBackbone();
        about.rememberedFeatures();
        about.chosenPrecision();
        return about.advice;
    }

    /**
     * About a run that goes on in another precision than it was begun with, as where the machine is another one.
     *
     * @param before the title of that precision
     */
    static Notice aboutChange(String before, Precision now) {
        return new Notice(
                Level.INFO,
                "The training was begun with numbers of the precision " + before + " and goes on with " + now.title()
                        + ", as this machine or machine.precision asks for. From here on it differs a little from what it"
                        + " would have come to, the losses by about a percent.");
    }

    private void whatStaysRandom() {
        if (!network.startsFromNothing()) {
            return;
        }
        if (!network.trainableStages().equals("all")) {
            warn("The network starts from nothing, but with network.trainableStages " + network.trainableStages()
                    + " a part of it stays as it is: random. Set it to all, or name start weights.");
        }
        if (network.norm().equals("frozen")) {
            warn("The network starts from nothing, but frozen batch norm needs the statistics of start weights. Set"
                    + " network.norm to group, or name start weights.");
        }
    }

    private void batchNorm() {
        if (network.norm().equals("batch") && config.optimization().batchSize() < SMALL_BATCH) {
            warn("Batch norm learns from the statistics of a batch, and optimization.batchSize "
                    + config.optimization().batchSize()
                    + " is few images for that. Set network.norm to group, or the batch to 8 or more.");
        }
    }

    private void pretrainedDetector() {
        if (TransferSettings.areIn(config)) {
            tell("The network starts from pretrained weights and is led over to these images: its norms and what"
                    + " network.trainableStages " + network.trainableStages()
                    + " leaves out stay as they are, the rest learns at the low rate of "
                    + config.optimization().learningRate() + " for "
                    + config.optimization().epochs() + " epochs.");
        }
        if (!network.startsFromNothing() && network.isTorchvisions() && network.minSize() < SMALL_FOR_A_DETECTOR) {
            tell("The detector that training starts from has learned from images of 800 pixels, and sees these at "
                    + network.minSize() + ": quick, but small objects may escape it. A larger network.minSize takes"
                    + " time and memory by its square.");
        }
    }

    private void pretrainedBackbone() {
        if (TransferSettings.areOfBackbone(config)) {
            tell("The backbone starts from pretrained weights and follows at "
                    + config.tuning().backboneRate() + " of the learning rate: its norms and what"
                    + " network.trainableStages " + network.trainableStages()
                    + " leaves out stay as they are. The pyramid and the heads learn from nothing.");
        }
    }

    private void rememberedFeatures() {
        if (onCard) {
            return;
        }
        if (RunImages.remembersFeatures(config, false)) {
            tell("Only the heads train and images vary by mirrors alone: what the backbone sees of each image is"
                    + " computed once and kept on the disk until the training ends.");
        } else if (network.trainableStages().equals("heads") && config.machine().featureCache() > 0) {
            tell("Only the heads train. Without augmenting.scaleJitter, crop and colorJitter the backbone would look at"
                    + " each image once instead of in every epoch, and epochs would be faster.");
        }
    }

    private void chosenPrecision() {
        if (precision == Precision.BFLOAT16 && config.machine().precision().equals("auto")) {
            tell(
                    "This processor is quicker with numbers of half the bits (bfloat16), so the network trains in them. The"
                            + " losses differ from those in 32 bits by about a percent. To compare with trainings on other"
                            + " machines, set machine.precision to float32.");
        }
    }

    private void warn(String text) {
        advice.add(new Notice(Level.WARNING, text));
    }

    private void tell(String text) {
        advice.add(new Notice(Level.INFO, text));
    }
}
