package io.flamemark.app.train.config;

import io.flamemark.run.RunConfig;
import io.flamemark.run.TransferSettings;

/** Says in a few sentences what the weights that a training starts from have changed in its configuration. */
final class WeightsWords {

    private static final String ALL = "all";

    private WeightsWords() {}

    /**
     * The sentences; empty where nothing was changed.
     *
     * @param before the configuration as it was when the weights were chosen
     * @param fitted the one that fits them
     */
    static String about(RunConfig before, RunConfig fitted) {
        if (fitted.equals(before)) {
            return "";
        }
        String way = TransferSettings.areOfBackbone(fitted)
                ? slowly(fitted)
                : TransferSettings.areIn(fitted) ? downhill(before, fitted) : "";
        return network(before.network(), fitted.network()) + (way.isEmpty() ? "" : way + kept(before, fitted));
    }

    private static String network(RunConfig.Network before, RunConfig.Network fitted) {
        boolean backboneAlone = fitted.norm().equals("frozen") && !fitted.isTorchvisions();
        return backboneAlone
                ? "The backbone becomes " + fitted.backbone()
                        + " and starts from these weights; the pyramid and the heads"
                        + " learn from nothing, which the recipe " + fitted.recipe() + " is made for."
                : "The network becomes the Mask R-CNN on " + fitted.backbone() + " that these weights are of"
                        + (fitted.recipe().equals(before.recipe()) ? "." : " (recipe " + fitted.recipe() + ").");
    }

    private static String slowly(RunConfig fitted) {
        return " The backbone follows at " + fitted.tuning().backboneRate() + " of the learning rate";
    }

    private static String downhill(RunConfig before, RunConfig fitted) {
        int epochs = fitted.optimization().epochs();
        int usual = before.optimization().epochs();
        return " It learns by SGD at " + fitted.optimization().learningRate() + " with two drops, in " + epochs
                + " epochs" + (epochs == usual ? "" : " instead of " + usual);
    }

    private static String kept(RunConfig before, RunConfig fitted) {
        return "; its norms and what Trainable stages " + fitted.network().trainableStages()
                + " leaves out stay as they are. Values you set stand"
                + (before.network().trainableStages().equals(ALL) ? ": choose all there to train every stage." : ".");
    }
}
