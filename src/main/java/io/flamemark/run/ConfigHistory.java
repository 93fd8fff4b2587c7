package io.flamemark.run;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import java.util.List;

/** Brings configurations that earlier versions wrote up to the layout of {@link RunConfig}: old runs stay readable. */
final class ConfigHistory {

    private static final List<String> LATER_AUGMENTING = List.of("exposure", "blur", "noise", "mosaic");

    private ConfigHistory() {}

    /** The configuration in today's layout; one that is as new or newer is given back as it is. */
    static JsonObject current(JsonObject config) throws JsonException {
        JsonObject tuned = config.integer("version") < 2 ? withTuning(withRecipe(config)) : config;
        return withWholeMachine(withAllAugmenting(tuned));
    }

    /** Runs of before there was a choice of precision computed in single precision, and kept no features. */
    private static JsonObject withWholeMachine(JsonObject config) throws JsonException {
        JsonObject named = config.object("machine");
        JsonObject cached = named.get("featureCache").isPresent() ? named : named.with("featureCache", JsonValue.of(0));
        JsonObject all =
                cached.get("precision").isPresent() ? cached : cached.with("precision", JsonValue.of("float32"));
        return all == named ? config : config.with("machine", all);
    }

    /** Kinds of variation that came later mean nothing new to the others: where they are not named there were none. */
    private static JsonObject withAllAugmenting(JsonObject config) throws JsonException {
        JsonObject named = config.object("augmenting");
        JsonObject all = named;
        for (String kind : LATER_AUGMENTING) {
            all = all.get(kind).isPresent() ? all : all.with(kind, JsonValue.of(0));
        }
        return all == named ? config : config.with("augmenting", all);
    }

    /** Version 1 knew one way to train and one width of the backbone. */
    private static JsonObject withRecipe(JsonObject config) throws JsonException {
        JsonObject network = config.object("network")
                .with("backboneChannels", JsonValue.of(64))
                .with("recipe", JsonValue.of("scratch"));
        return config.with("network", network).with("version", JsonValue.of(2));
    }

    /** Version 1 had no finer points and named a device there was no engine for. */
    private static JsonObject withTuning(JsonObject config) throws JsonException {
        JsonObject machine = config.object("machine");
        RunConfig.Machine today =
                new RunConfig.Machine(machine.integer("threads"), machine.longInteger("seed"), "cpu", 0, "float32");
        return config.with("tuning", RecordJson.write(RunConfig.Tuning.USUAL)).with("machine", RecordJson.write(today));
    }
}
