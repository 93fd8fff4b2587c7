package io.flamemark.cli;

import io.flamemark.run.Detector;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.NormEpsilon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a model computes. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "auto|cpu",
            converter = Known.class,
            description = "Compute on a graphics card where one can be used, or on the processor (default: as the "
                    + "model's training was told).")
    private String device;

    /** Opens a model there, and tells first what a person has to know of it. */
    Detector open(Ports ports, Path weights, Console console) throws IOException {
        NormEpsilon.caution(weights).ifPresent(console::note);
        return ports.detectors().get().open(weights, Optional.ofNullable(device));
    }

    /** One of those that a configuration may name. */
    static final class Known implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (!RunConfig.DEVICES.contains(value)) {
                throw new TypeConversionException(
                        "it has to be " + String.join(" or ", RunConfig.DEVICES) + ", not " + value);
            }
            return value;
        }
    }
}
