package io.flamemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line as a whole: parses, runs, and turns every failure into one sentence and an exit code. */
public final class Cli {

    private Cli() {}

    /** Runs one command and returns its {@link ExitCode}. */
    public static int run(Ports ports, PrintStream out, PrintStream err, String... arguments) {
        Console console = new Console(out, err, System.console() != null);
        CommandLine line = commands(ports, console);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, given) -> console.misused(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> console.fail(e, isVerbose(parsed)));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return console.outOfMemory();
        }
    }

    private static CommandLine commands(Ports ports, Console console) {
        return new CommandLine(new RootCommand(ports))
                .addSubcommand(new OpenCommand(ports))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new SynthesizeCommand(console))
                .addSubcommand(new TrainCommand(ports, console))
                .addSubcommand(new StopCommand(console))
                .addSubcommand(new EstimateCommand(ports, console))
                .addSubcommand(new PredictCommand(ports, console))
                .addSubcommand(new EvaluateCommand(ports, console))
                .addSubcommand(new FirePixelsCommand(console))
                .addSubcommand(new DemoCommand(ports, console))
                .addSubcommand(WeightsCommand.with(console))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static boolean isVerbose(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption("--verbose");
    }
}
