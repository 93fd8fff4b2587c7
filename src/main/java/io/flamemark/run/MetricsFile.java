package io.flamemark.run;

import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code metrics.csv}: a row an epoch for spreadsheets, with a header, a point as decimal mark, and empty cells. */
final class MetricsFile {

    private static final List<String> LOSSES =
            List.of("total", "objectness", "rpn_box_reg", "classifier", "box_reg", "mask");
    private static final List<String> SCORES = List.of("mask_ap", "mask_ap50", "box_ap", "box_ap50", "mean_iou");

    private static final int SECONDS = 2;
    private static final double MILLIS = 1e3;

    private final Path file;

    MetricsFile(Path file) {
        this.file = file;
    }

    void append(RunEvent.EpochMeasured epoch) throws IOException {
        String row = row(epoch) + "\n";
        Files.writeString(
                file,
                Files.exists(file) ? row : header() + "\n" + row,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }

    /** Takes back the rows of epochs that come again. */
    void backTo(RunEvent.Resumed point) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> rows = Files.readAllLines(file);
        List<String> kept = rows.stream()
                .filter(row -> row.equals(header()) || epochOf(row) <= point.epoch())
                .toList();
        if (kept.size() < rows.size()) {
            AtomicFile.write(file, kept.stream().map(row -> row + "\n").collect(Collectors.joining()));
        }
    }

    /** The time that its epochs took in all. */
    Duration trained() throws IOException {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        double seconds = Files.readAllLines(file).stream()
                .filter(row -> epochOf(row) < Integer.MAX_VALUE)
                .map(row -> row.split(",", -1)[SECONDS])
                .filter(cell -> cell.matches("\\d+(\\.\\d+)?"))
                .mapToDouble(Double::parseDouble)
                .sum();
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    /** A row that a crash tore counts as one of a later epoch. */
    private static int epochOf(String row) {
        String[] cells = row.split(",", -1);
        boolean whole = cells.length == header().split(",").length && cells[0].matches("\\d{1,9}");
        return whole ? Integer.parseInt(cells[0]) : Integer.MAX_VALUE;
    }

    private static String header() {
        List<String> names = new ArrayList<>(List.of("epoch", "step", "seconds", "best"));
        LOSSES.forEach(name -> names.add("train_" + name));
        LOSSES.forEach(name -> names.add("val_" + name));
        names.addAll(SCORES);
        return String.join(",", names);
    }

    private static String row(RunEvent.EpochMeasured epoch) {
        Stream<String> head = Stream.of(
                String.valueOf(epoch.epoch()),
                String.valueOf(epoch.step()),
                number(epoch.seconds()),
                epoch.best() ? "1" : "0");
        return Stream.of(
                        head, losses(Optional.of(epoch.training())), losses(epoch.validation()), scores(epoch.scores()))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> losses(Optional<LossBreakdown> losses) {
        return losses.map(l -> Stream.of(
                                l.total(),
                                l.objectness(),
                                l.rpnBoxRegression(),
                                l.classifier(),
                                l.boxRegression(),
                                l.mask())
                        .map(MetricsFile::number))
                .orElseGet(() -> LOSSES.stream().map(name -> ""));
    }

    private static Stream<String> scores(Optional<Scores> scores) {
        return scores.map(s -> Stream.of(s.maskAp(), s.maskAp50(), s.boxAp(), s.boxAp50(), s.meanIou())
                        .map(MetricsFile::score))
                .orElseGet(() -> SCORES.stream().map(name -> ""));
    }

    /** COCO's -1 is no score but the want of something to judge by. */
    private static String score(double value) {
        return value < 0 ? "" : number(value);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
    }
}
