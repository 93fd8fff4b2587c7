package io.flamemark.cli;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detection;
import io.flamemark.files.AtomicFile;
import io.flamemark.files.CsvDocument;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonSimplifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what was found the ways other programs read it. */
final class PredictionFiles {

    private static final double TOLERANCE = 1.0;

    private final Path out;
    private final LabelMap labels;
    private final Path imageFolder;
    private final double shown;

    /**
     * @param imageFolder from which the images have their names
     * @param shown the lowest score of a detection that gets an outline in the VIA project
     */
    PredictionFiles(Path out, LabelMap labels, Path imageFolder, double shown) {
        this.out = out;
        this.labels = labels;
        this.imageFolder = imageFolder;
        this.shown = shown;
    }

    void write(List<Prediction> predictions) throws IOException {
        AtomicFile.write(
                out.resolve("coco_results.json"), CocoJson.results(predictions).toString());
        AtomicFile.write(
                out.resolve("coco_images.json"),
                CocoJson.images(predictions, labels).toIndentedString());
        AtomicFile.write(out.resolve("areas.csv"), areas(predictions));
        ProjectFile.create(out.resolve("via_project.json"), project(predictions));
    }

    /** A row a detection; areas in pixels and as a share of the image. */
    private String areas(List<Prediction> predictions) {
        StringBuilder csv = new StringBuilder("image,class,score,area_pixels,area_share,x,y,width,height\n");
        for (Prediction p : predictions) {
            for (Detection d : p.found().all()) {
                int area = d.mask().area();
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%.6f,%d,%.6f,%.1f,%.1f,%.1f,%.1f\n",
                        CsvDocument.cell(p.name()),
                        CsvDocument.cell(labels.nameOf(d.label())),
                        d.score(),
                        area,
                        (double) area / ((long) p.width() * p.height()),
                        d.box().x1(),
                        d.box().y1(),
                        d.box().width(),
                        d.box().height()));
            }
        }
        return csv.toString();
    }

    private Project project(List<Prediction> predictions) throws IOException {
        List<ImageEntry> entries = new ArrayList<>();
        long regions = 0;
        for (Prediction p : predictions) {
            List<Region> found = new ArrayList<>();
            for (Detection d : p.found().atLeast(shown).all()) {
                for (Polygon outline : outlines(d)) {
                    found.add(region(new RegionId(regions++), d, outline));
                }
            }
            long size = Files.size(p.image());
            entries.add(new ImageEntry(new ImageId(p.name() + size), p.name(), size, found, Map.of()));
        }
        return new Project("Predictions", entries, schema(), folderPrefix());
    }

    /** A VIA region has one outline, so a mask in several pieces becomes several regions. */
    private static List<Polygon> outlines(Detection detection) {
        return MaskTracer.trace(detection.mask()).stream()
                .map(p -> PolygonSimplifier.simplify(p, TOLERANCE))
                .filter(p -> p.size() >= 3)
                .toList();
    }

    private Region region(RegionId id, Detection detection, Polygon outline) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("class", new AttributeValue.Text(labels.nameOf(detection.label())));
        attributes.put("score", new AttributeValue.Text(String.format(Locale.ROOT, "%.4f", detection.score())));
        return new Region(id, new Shape.Polygon(outline), attributes);
    }

    private AttributeSchema schema() {
        List<AttributeSchema.Option> classes = labels.classes().stream()
                .map(c -> new AttributeSchema.Option(c, ""))
                .toList();
        Map<String, AttributeSchema.Attribute> region = new LinkedHashMap<>();
        region.put(
                "class",
                new AttributeSchema.Attribute(
                        AttributeSchema.Type.DROPDOWN, "What it is", classes, List.of(labels.nameOf(1))));
        region.put(
                "score",
                new AttributeSchema.Attribute(
                        AttributeSchema.Type.TEXT, "How sure the model is, 0 to 1", List.of(), List.of()));
        return new AttributeSchema(region, Map.of());
    }

    /** What VIA puts before each name: the way from the project's folder to the images'. */
    private String folderPrefix() {
        Path from = out.toAbsolutePath().normalize();
        Path way = from.getRoot().equals(imageFolder.getRoot()) ? from.relativize(imageFolder) : imageFolder;
        String text = way.toString().replace('\\', '/');
        return text.isEmpty() ? "" : text + "/";
    }
}
