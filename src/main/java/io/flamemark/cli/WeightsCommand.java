package io.flamemark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weights}: the commands about files of weights. */
@Command(name = "weights", description = "Look into files of weights, convert them, fetch published ones.")
final class WeightsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    /** The command with those below it. */
    static CommandLine with(Console console) {
        return new CommandLine(new WeightsCommand())
                .addSubcommand(new WeightsInfoCommand(console))
                .addSubcommand(new WeightsConvertCommand(console))
                .addSubcommand(new WeightsFetchCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: weights info, weights convert, weights fetch.");
    }
}
