package io.flamemark.maskrcnn.ops;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.flamemark.run.GraphicsCard;
import java.util.Optional;

/**
 * Where networks are computed. A graphics card is taken only when it has shown that it computes what the processor
 * does: whatever is wrong with driver, card or engine costs time then, but no training.
 *
 * @param device one card, or the processor
 * @param said a sentence for the person who may wonder; empty where there is no card to speak of
 */
record ComputeDevice(Device device, Optional<String> said) {

    private static final String PROCESSOR_BY_CHOICE = "cpu";
    private static final String CUDA = "CUDA";

    /**
     * Chooses, and says why.
     *
     * @param choice {@code cpu}, or {@code auto}: a card if there is one that can be used
     */
    static ComputeDevice of(String choice, Engine engine) {
        Optional<GraphicsCard> card = GraphicsCard.find();
        if (choice.equals(PROCESSOR_BY_CHOICE)) {
            return processor(card, "the processor was chosen");
        }
        if (!JniUtils.getFeatures().contains(CUDA)) {
            return processor(card, GraphicsCard.engineIsThere() ? UnsuitedCuda.reason() : GraphicsCard.NO_ENGINE);
        }
        return onCard(engine, card.orElse(new GraphicsCard("NVIDIA")));
    }

    private static ComputeDevice onCard(Engine engine, GraphicsCard card) {
        try {
            if (engine.getGpuCount() == 0) {
                return processor(Optional.of(card), "its driver offers it to no program");
            }
            return CardProbe.computesRightly(engine, Device.gpu())
                    ? new ComputeDevice(Device.gpu(), Optional.of(card.used()))
                    : processor(Optional.of(card), "its results are not those of the processor");
        } catch (EngineException | UnsatisfiedLinkError e) {
            return processor(Optional.of(card), "it failed with: " + e.getMessage());
        }
    }

    private static ComputeDevice processor(Optional<GraphicsCard> card, String why) {
        return new ComputeDevice(Device.cpu(), card.map(it -> it.notUsed(why)));
    }
}
