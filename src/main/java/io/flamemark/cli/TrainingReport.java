package io.flamemark.cli;

import io.flamemark.files.RecordJson;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunWords;
import java.util.Locale;

/** Tells a training on the console: its steps, a line an epoch, notices and the end; or every event as JSON. */
final class TrainingReport implements RunListener {

    private final Console console;
    private final boolean json;
    private Progress progress;
    private int epochs;

    TrainingReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    @Override
    public void onEvent(RunEvent event) {
        if (json) {
            console.print(RecordJson.write((Record) event).toString());
        } else if (event instanceof RunEvent.Started started) {
            begin(started);
        } else if (event instanceof RunEvent.StepMeasured step) {
            progress.update(
                    step.step(), format("loss %.3f  %s left", step.losses().total(), time(step.secondsLeft())));
        } else if (event instanceof RunEvent.EpochMeasured || event instanceof RunEvent.Notice) {
            RunWords.line(event, epochs).ifPresent(this::say);
        }
    }

    @Override
    public void onUnresponsive(boolean silent) {
        say(silent ? "The training has said nothing for a while; it is waited for. Ctrl-C ends it." : "It goes on.");
    }

    @Override
    public void onExit(WorkerExit exit) {
        if (progress != null) {
            progress.finish();
        }
        console.note(exit.sentence());
    }

    private void begin(RunEvent.Started started) {
        epochs = started.epochs();
        progress = console.progress("step", started.epochs() * started.stepsPerEpoch());
        RunWords.line(started, epochs).ifPresent(this::say);
    }

    private void say(String line) {
        if (progress != null) {
            progress.finish();
        }
        console.note(line);
    }

    private static String time(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "?";
        }
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min" : format("%.1f h", whole / 3600.0);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
