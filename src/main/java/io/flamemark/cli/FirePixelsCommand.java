package io.flamemark.cli;

import io.flamemark.files.AtomicFile;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.FirePixels;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.Overlay;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code firepixels}: which pixels have the colour of fire, by a rule and without a model. */
@Command(
        name = "firepixels",
        description = "Mark the pixels that have the colour of fire, by a chromatic rule. Writes fire_pixels.csv and "
                + "overlays/.")
final class FirePixelsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "IMAGE|FOLDER", description = "Images, folders, text files of paths.")
    private List<Path> inputs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made if need be.")
    private Path out;

    @Mixin
    private CommonOptions common;

    private record Row(String name, int pixels, double share) {}

    FirePixelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> images = ImageList.of(inputs);
        if (images.isEmpty()) {
            throw new IOException("There is no image (JPG, PNG, TIF) among " + inputs + ".");
        }
        Files.createDirectories(out.resolve("overlays"));
        List<Row> rows = look(images);
        StringBuilder csv = new StringBuilder("image,fire_pixels,fire_share\n");
        rows.forEach(r ->
                csv.append(String.format(Locale.ROOT, "%s,%d,%.6f\n", CsvDocument.cell(r.name), r.pixels, r.share)));
        AtomicFile.write(out.resolve("fire_pixels.csv"), csv.toString());
        console.print(common.json ? json(rows).toString() : rows.size() + " images: " + out);
        return rows.size() == images.size() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<Row> look(List<Path> images) throws IOException {
        ImageNames names = ImageNames.of(images);
        Progress progress = console.progress("Images", images.size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            try {
                rows.add(look(images.get(i), names.of(images.get(i))));
                progress.update(i + 1, names.of(images.get(i)));
            } catch (ImageReadException e) {
                progress.finish();
                console.note(e.getMessage());
            }
        }
        progress.finish();
        return rows;
    }

    private Row look(Path image, String name) throws IOException {
        RgbImage pixels = new ImageDecoder().decode(image);
        Mask fire = FirePixels.find(pixels, FirePixels.Settings.DEFAULT);
        Overlay.Item item = new Overlay.Item(fire, fire.trimmed().window(), Overlay.colour(0), "");
        List<Overlay.Item> items = fire.isEmpty() ? List.of() : List.of(item);
        Path overlay = out.resolve("overlays").resolve(name.replace('/', '_') + ".png");
        ImageEncoder.write(Overlay.paint(pixels, items), overlay, 1);
        return new Row(name, fire.area(), (double) fire.area() / pixels.rgb().length);
    }

    private static JsonArray json(List<Row> rows) {
        return JsonArray.of(
                rows,
                r -> JsonObject.builder()
                        .put("image", r.name)
                        .put("firePixels", r.pixels)
                        .put("fireShare", r.share)
                        .build());
    }
}
