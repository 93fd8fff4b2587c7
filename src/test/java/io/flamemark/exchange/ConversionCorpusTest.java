package io.flamemark.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.exchange.part.GroupAttribute;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.FormatException;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of strangers to every format and back, where a folder with some is at hand (property {@code flamemark.shared}).
 * Their pictures are not, so empty ones of the right size stand in for them. Every region has to come back, or be told;
 * every outline has to be the same, or fill the same pixels, or be told.
 */
@Tag("full")
@DisplayName("Files of strangers to every format and back")
class ConversionCorpusTest {

    private static final double CLOSE = 2e-3;

    @TempDir
    Path folder;

    private final Map<String, Row> table = new TreeMap<>();
    private final Map<String, Map<String, Integer>> told = new TreeMap<>();

    /** What became of the regions in one format. */
    private static final class Row {
        int files;
        int regions;
        int sameOutline;
        int samePixels;
        int changedAndTold;
        int leftOutAndTold;
        int unexplained;
    }

    @Test
    void everyDifferenceIsTold() throws IOException {
        for (Path file : files()) {
            ProjectFile open;
            try {
                open = ProjectFile.open(file);
            } catch (FormatException e) {
                continue;
            }
            if (open.project().images().isEmpty()) {
                continue;
            }
            Path work = folder.resolve(OutputNames.stem(file.getFileName().toString()));
            Map<String, Path> pictures = pictures(open.project(), work);
            for (ExportFormat format : ExportFormat.all()) {
                if (!format.name().equals("geojson")) {
                    convert(open, format, work, pictures);
                }
            }
        }
        print();
        table.forEach((format, row) -> assertEquals(0, row.unexplained, format));
    }

    private void convert(ProjectFile open, ExportFormat format, Path work, Map<String, Path> pictures)
            throws IOException {
        Pictures found = new Pictures(name -> Optional.ofNullable(pictures.get(name))).copied();
        Path there = work.resolve(
                format.name() + format.extension().map(e -> "." + e).orElse(""));
        List<Finding> losses = format.write(open, open.project(), found, there, false);
        Map<String, Integer> codes = told.computeIfAbsent(format.name(), f -> new TreeMap<>());
        losses.forEach(f -> codes.merge(f.code(), 1, Integer::sum));
        Row row = table.computeIfAbsent(format.name(), f -> new Row());
        row.files++;
        row.regions += open.project().regionCount();
        Project back = ProjectFile.open(there).project();
        Map<String, ImageEntry> byStem = new HashMap<>();
        back.images().forEach(i -> byStem.put(stem(i), i));
        OutputNames names = new OutputNames(new FindingList(""));
        boolean named = List.of("yolo", "voc", "labelme").contains(format.name());
        assertEquals(open.project().images().size(), back.images().size(), there.toString());
        for (int i = 0; i < back.images().size(); i++) {
            ImageEntry was = open.project().images().get(i);
            String name = names.of(was);
            ImageEntry is = named ? byStem.get(name) : back.images().get(i);
            compare(was, is, found.size(was).orElseThrow(), losses, row, format.name());
        }
    }

    private static String stem(ImageEntry image) {
        return OutputNames.stem(OutputNames.baseName(image.filename()));
    }

    private void compare(
            ImageEntry was, ImageEntry is, ImageDecoder.Size size, List<Finding> losses, Row row, String format) {
        Map<Integer, Set<String>> findings = new HashMap<>();
        for (Finding f : losses) {
            if (f.severity() != Severity.INFO
                    && f.region().isPresent()
                    && f.image().orElseThrow().equals(was.id())) {
                String code = f.severity() == Severity.ERROR ? "lost " + f.code() : f.code();
                findings.computeIfAbsent(f.region().getAsInt(), r -> new HashSet<>())
                        .add(code);
            }
        }
        List<List<Region>> objects = objects(is.regions());
        int at = 0;
        for (int i = 0; i < was.regions().size(); i++) {
            Set<String> codes = findings.getOrDefault(i, Set.of());
            boolean hidden = codes.contains("lost pixels-covered") || codes.contains("lost region-without-pixels");
            if (codes.contains("lost region-left-out") || hidden && format.equals("masks")) {
                row.leftOutAndTold++;
                continue;
            }
            List<Region> parts = at < objects.size() ? objects.get(at++) : List.of();
            Shape shape = was.regions().get(i).shape();
            if (sameOutline(shape, parts)) {
                row.sameOutline++;
            } else if (!codes.isEmpty() && !parts.isEmpty()) {
                row.changedAndTold++;
            } else if (samePixels(shape, parts, size)) {
                row.samePixels++;
            } else {
                row.unexplained++;
                System.out.println(format + " " + was.filename() + " region " + (i + 1) + " " + shape + " -> " + parts);
            }
        }
        row.unexplained += objects.size() - at;
    }

    /** Regions that follow each other in one group are parts of one object. */
    private static List<List<Region>> objects(List<Region> regions) {
        List<List<Region>> objects = new ArrayList<>();
        String last = "";
        for (Region region : regions) {
            String group = Foreign.value(region, GroupAttribute.NAME);
            if (group.isEmpty() || !group.equals(last)) {
                objects.add(new ArrayList<>());
            }
            objects.get(objects.size() - 1).add(region);
            last = group;
        }
        return objects;
    }

    private static boolean sameOutline(Shape was, List<Region> parts) {
        if (parts.size() != 1) {
            return false;
        }
        Shape is = parts.get(0).shape();
        Optional<Polygon> a = ShapeOutline.polygonOf(was);
        Optional<Polygon> b = ShapeOutline.polygonOf(is);
        boolean curve = is instanceof Shape.Circle || is instanceof Shape.Ellipse;
        if (was.equals(is) || a.isEmpty() || b.isEmpty() || curve) {
            return was.equals(is)
                    || curve && was.bounds().orElseThrow().iou(is.bounds().orElseThrow()) > 0.999
                    || close(pointsOf(was), pointsOf(is));
        }
        return close(a.get().vertices(), b.get().vertices());
    }

    private static List<Point> pointsOf(Shape shape) {
        if (shape instanceof Shape.Polyline line) {
            return line.points();
        }
        return shape instanceof Shape.PointShape p ? List.of(p.at()) : List.of();
    }

    private static boolean close(List<Point> a, List<Point> b) {
        if (a.size() != b.size() || a.isEmpty()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i).distanceTo(b.get(i)) > CLOSE) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePixels(Shape was, List<Region> parts, ImageDecoder.Size size) {
        List<Polygon> outlines = parts.stream()
                .flatMap(p -> ShapeOutline.polygonOf(p.shape()).stream())
                .toList();
        Optional<Polygon> outline = ShapeOutline.polygonOf(was);
        if (outline.isEmpty() || outlines.isEmpty()) {
            return false;
        }
        Mask before = PolygonRasterizer.rasterize(outline.get(), size.width(), size.height());
        return before.equals(PolygonRasterizer.rasterize(outlines, size.width(), size.height()));
    }

    /** An empty picture for each image, just large enough for its regions. */
    private static Map<String, Path> pictures(Project project, Path work) throws IOException {
        Map<String, Path> pictures = new HashMap<>();
        OutputNames names = new OutputNames(new FindingList(""));
        Files.createDirectories(work.resolve("pictures"));
        for (ImageEntry image : project.images()) {
            double width = 16;
            double height = 16;
            for (Region region : image.regions()) {
                Optional<Box> bounds = region.shape().bounds();
                width = Math.max(width, bounds.map(Box::x2).orElse(0.0));
                height = Math.max(height, bounds.map(Box::y2).orElse(0.0));
            }
            Path file = work.resolve("pictures").resolve(names.of(image) + ".png");
            Files.write(file, EmptyPng.of((int) Math.ceil(width), (int) Math.ceil(height)));
            pictures.putIfAbsent(image.filename(), file);
        }
        return pictures;
    }

    private void print() {
        System.out.printf(
                "%-10s%7s%9s%13s%12s%13s%13s%13s%n",
                "format",
                "files",
                "regions",
                "same outline",
                "same pixels",
                "changed,told",
                "left out,told",
                "unexplained");
        table.forEach((format, row) -> System.out.printf(
                "%-10s%7d%9d%13d%12d%13d%13d%13d  %s%n",
                format,
                row.files,
                row.regions,
                row.sameOutline,
                row.samePixels,
                row.changedAndTold,
                row.leftOutAndTold,
                row.unexplained,
                told.get(format)));
    }

    private static List<Path> files() throws IOException {
        String shared = System.getProperty("flamemark.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "via-corpus")), "no corpus here");
        try (Stream<Path> corpus = Files.list(Path.of(shared, "via-corpus"))) {
            return corpus.filter(f -> !f.toString().endsWith(".md"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
