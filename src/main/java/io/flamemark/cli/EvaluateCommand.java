package io.flamemark.cli;

import io.flamemark.dataset.Sample;
import io.flamemark.detection.CocoDetection;
import io.flamemark.detection.CocoEvaluator;
import io.flamemark.detection.CocoScores;
import io.flamemark.detection.CocoTruth;
import io.flamemark.detection.IouKind;
import io.flamemark.run.Detector;
import io.flamemark.run.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: COCO's figures for a model on a project, or for a file of results against a file of truth. */
@Command(
        name = "evaluate",
        description = "Score a model on a project's annotations, or COCO results against COCO annotations, by COCO's "
                + "rules.")
final class EvaluateCommand implements Callable<Integer> {

    private final Ports ports;
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--iou", paramLabel = "mask|box", description = "Only these figures; both if left out.")
    private IouKind kind;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private DeviceOption device;

    @Mixin
    private CommonOptions common;

    /** One of two pairs. */
    static final class Source {

        @ArgGroup(exclusive = false)
        private OnProject project;

        @ArgGroup(exclusive = false)
        private OnFiles files;
    }

    /** A model and a project. */
    static final class OnProject {

        @Option(
                names = "--weights",
                required = true,
                paramLabel = "RUN|FILE",
                description = "A run's directory, or weights.")
        private Path weights;

        @Parameters(paramLabel = "PROJECT", description = "The project whose annotations are the truth.")
        private Path path;

        @Option(
                names = "--split",
                paramLabel = "PART",
                defaultValue = "test",
                description = "train, val, test or all (default: test).")
        private SplitChoice split;
    }

    /** Two files. */
    static final class OnFiles {

        @Option(names = "--truth", required = true, paramLabel = "COCO", description = "A COCO annotation file.")
        private Path truth;

        @Option(names = "--predictions", required = true, paramLabel = "RESULTS", description = "A COCO results file.")
        private Path predictions;
    }

    EvaluateCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Evaluation.Result result = source.project != null ? onProject(source.project) : onFiles(source.files);
        ScoreTable table = new ScoreTable(result, kind);
        console.print(common.json ? table.toJson().toString() : table.toText());
        return ExitCode.OK;
    }

    private Evaluation.Result onProject(OnProject given) throws IOException {
        ProjectData data = ProjectData.open(given.path, folders, console);
        List<Sample> samples = given.split.of(data.dataset());
        if (samples.isEmpty()) {
            throw new IOException(given.path + ": there is no image to judge by in this part of the project; "
                    + "choose another --split.");
        }
        try (Detector detector = device.open(ports, given.weights, console)) {
            return Evaluation.evaluate(samples, Judging.lookAt(samples, detector, console));
        }
    }

    private static Evaluation.Result onFiles(OnFiles given) throws IOException {
        CocoReader reader = new CocoReader();
        List<CocoTruth> truths = reader.truths(given.truth);
        List<CocoDetection> detections = reader.detections(given.predictions);
        CocoScores mask = CocoEvaluator.evaluate(truths, detections, IouKind.MASK);
        CocoScores box = CocoEvaluator.evaluate(truths, detections, IouKind.BOX);
        return new Evaluation.Result(mask, box);
    }
}
