package io.flamemark.cli;

import io.flamemark.files.AtomicFile;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Evaluation;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** One page about a training that needs nothing else: figures, the loss chart and the pictures lie within it. */
final class DemoReport {

    private static final int PICTURE_WIDTH = 560;
    private static final double PICTURE_QUALITY = 0.85;

    private final RunConfig config;
    private final RunHistory history;
    private final Evaluation.Result scores;
    private final List<Picture> pictures = new ArrayList<>();

    private record Picture(String caption, String data) {}

    DemoReport(RunConfig config, RunHistory history, Evaluation.Result scores) {
        this.config = config;
        this.history = history;
        this.scores = scores;
    }

    /** Adds a picture, smaller, to the page. */
    void add(String caption, RgbImage picture) throws IOException {
        Path small = Files.createTempFile("flamemark", ".jpg");
        try {
            ImageEncoder.write(ImageScaler.shrinkToFit(picture, PICTURE_WIDTH, PICTURE_WIDTH), small, PICTURE_QUALITY);
            String data = Base64.getEncoder().encodeToString(Files.readAllBytes(small));
            pictures.add(new Picture(caption, data));
        } finally {
            Files.deleteIfExists(small);
        }
    }

    void write(Path file) throws IOException {
        AtomicFile.write(file, page());
    }

    private String page() {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Flamemark demo</title>
                <style>%s</style>
                <main>
                <h1>Flamemark demo</h1>
                <p>%s</p>
                <h2>Loss</h2>
                <figure>%s<figcaption><span class="key step"></span> step <span class="key train"></span> \
                training, mean of an epoch <span class="key val"></span> validation</figcaption></figure>
                <h2>Scores on the images it did not learn from</h2>
                %s
                <h2>What it sees</h2>
                <p>Coloured: found, with its score. Dashed white: drawn by hand, or exact for synthetic images.</p>
                <div class="pictures">%s</div>
                </main>
                </html>
                """.formatted(STYLE, story(), LossChart.of(history), table(), gallery());
    }

    private String story() {
        String data = history.started()
                .map(s -> "%s training and %s validation images. ".formatted(s.trainImages(), s.validationImages()))
                .orElse("");
        return data
                + String.format(
                        Locale.ROOT,
                        "A Mask R-CNN with a %s backbone, trained from %s at %s pixels for %s steps in %s epochs on the CPU. "
                                + "This is a taste of minutes; a real training takes longer and sees better.",
                        escaped(config.network().backbone()),
                        config.network().weights().equals("none")
                                ? "nothing"
                                : escaped(config.network().weights()),
                        config.network().minSize(),
                        history.steps().size(),
                        history.epochs().size());
    }

    private String table() {
        StringBuilder rows = new StringBuilder();
        scores.mask()
                .byName()
                .forEach((name, mask) -> rows.append("<tr><th>%s</th><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                name,
                                ScoreTable.cell(mask),
                                ScoreTable.cell(scores.box().byName().get(name)))));
        return "<table><tr><th></th><th>mask</th><th>box</th></tr>" + rows + "</table>";
    }

    private String gallery() {
        StringBuilder html = new StringBuilder();
        pictures.forEach(p -> html.append(
                "<figure><img alt=\"%s\" src=\"data:image/jpeg;base64,%s\"><figcaption>%s</figcaption></figure>"
                        .formatted(escaped(p.caption()), p.data(), escaped(p.caption()))));
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --train: #d9480f; --val: #1c7ed6; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
            main { max-width: 960px; margin: 0 auto; padding: 24px; }
            svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
            svg text { fill: currentColor; opacity: .7; }
            svg polyline { fill: none; stroke-linejoin: round; }
            .grid { stroke: var(--line); }
            polyline.step { stroke: var(--train); opacity: .25; }
            polyline.train { stroke: var(--train); stroke-width: 2.5; }
            polyline.val { stroke: var(--val); stroke-width: 2.5; }
            .key { display: inline-block; width: 18px; height: 3px; vertical-align: middle; margin-left: 12px; }
            .key.step { background: var(--train); opacity: .35; }
            .key.train { background: var(--train); }
            .key.val { background: var(--val); }
            table { border-collapse: collapse; }
            th, td { padding: 2px 16px 2px 0; text-align: right; font-variant-numeric: tabular-nums; }
            th:first-child { text-align: left; font-weight: normal; }
            figure { margin: 0; }
            figcaption { font-size: 13px; opacity: .8; }
            .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px; }
            img { width: 100%; border-radius: 4px; }
            """;
}
