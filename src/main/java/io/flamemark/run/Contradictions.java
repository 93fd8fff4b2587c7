package io.flamemark.run;

/** Values of a configuration that are sound alone but not together. */
final class Contradictions {

    private Contradictions() {}

    /** @throws IllegalArgumentException if there are any, with a sentence that names the fields */
    static void refuse(RunConfig config) {
        RunConfig.Network network = config.network();
        if (network.norm().equals("group")) {
            requireGroups("network.fpnChannels", network.fpnChannels());
            requireGroups("network.backboneChannels", network.backboneChannels());
        }
        if (config.tuning().firstDrop() > config.tuning().secondDrop()) {
            throw new IllegalArgumentException("tuning.firstDrop has to come before tuning.secondDrop, not after it.");
        }
        if (config.tuning().nesterov() && config.optimization().momentum() == 0) {
            throw new IllegalArgumentException(
                    "Nesterov's look ahead needs momentum: give optimization.momentum a value above 0, or set"
                            + " tuning.nesterov to false.");
        }
    }

    private static void requireGroups(String field, int channels) {
        if (channels % RunConfig.NORM_GROUPS != 0) {
            throw new IllegalArgumentException("With group norm, " + field + " has to be a multiple of "
                    + RunConfig.NORM_GROUPS + ", not " + channels + ".");
        }
    }
}
