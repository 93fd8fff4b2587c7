package io.flamemark.exchange.coco;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.exchange.part.OutputFolder;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.geometry.RunLengthMask;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes COCO's instance annotations: ids from 1 without gaps (an id of 0 means "unmatched" to pycocotools), the true
 * area of the outlines, categories of the project's classes in their order. What else is known of images and regions
 * goes into {@code attributes}, as Datumaro and CVAT write and read it; {@code supercategory} is the attribute that names
 * the class, as in VIA.
 */
public final class CocoWriter implements ProjectExporter {

    static final String NAME = "coco";

    /** The region attribute that keeps COCO's {@code iscrowd}. */
    static final String CROWD = "iscrowd";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "a COCO file";
    }

    @Override
    public Optional<String> extension() {
        return Optional.of("json");
    }

    @Override
    public List<Finding> write(Project project, Pictures pictures, Path target) throws IOException {
        FindingList losses = new FindingList(target.toString());
        JsonObject root = root(project, pictures, losses);
        OutputFolder.write(target, root.toString().getBytes(StandardCharsets.UTF_8));
        return losses.all();
    }

    static JsonObject root(Project project, Pictures pictures, FindingList losses) {
        ClassScheme classes = ClassScheme.of(project);
        List<JsonValue> images = new ArrayList<>();
        List<JsonValue> annotations = new ArrayList<>();
        for (ImageEntry image : project.images()) {
            Optional<ImageDecoder.Size> size = pictures.size(image);
            if (size.isEmpty()) {
                losses.warning("size-unknown", image, Losses.sizeUnknown(image) + " It is written without its size.");
            }
            images.add(image(image, images.size() + 1, size));
            for (AreaObject object : AreaObject.of(image, classes, losses)) {
                int category = classes.classes().indexOf(object.className()) + 1;
                annotations.add(annotation(annotations.size() + 1, images.size(), category, object, size));
            }
        }
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        return JsonObject.builder()
                .put(
                        "info",
                        JsonObject.builder().put("description", project.name()).build())
                .put("licenses", JsonArray.of(List.of()))
                .put("images", JsonArray.of(images))
                .put("annotations", JsonArray.of(annotations))
                .put("categories", categories(classes))
                .build();
    }

    private static JsonArray categories(ClassScheme classes) {
        List<JsonValue> categories = new ArrayList<>();
        for (String name : classes.classes()) {
            categories.add(JsonObject.builder()
                    .put("id", categories.size() + 1)
                    .put("name", name)
                    .put("supercategory", classes.attribute().orElse(ProjectBuilder.CLASS))
                    .build());
        }
        return JsonArray.of(categories);
    }

    private static JsonObject image(ImageEntry image, int id, Optional<ImageDecoder.Size> size) {
        JsonObject.Builder object = JsonObject.builder().put("id", id).put("file_name", image.filename());
        size.ifPresent(s -> object.put("width", s.width()).put("height", s.height()));
        putAttributes(object, Losses.withoutSize(image.attributes()));
        return object.build();
    }

    private static JsonObject annotation(
            int id, int image, int category, AreaObject region, Optional<ImageDecoder.Size> size) {
        JsonObject.Builder object =
                JsonObject.builder().put("id", id).put("image_id", image).put("category_id", category);
        Map<String, AttributeValue> attributes = new LinkedHashMap<>(region.attributes());
        AttributeValue crowd = attributes.remove(CROWD);
        boolean isCrowd = crowd != null && crowd.display().equals("1");
        if (isCrowd && size.isPresent()) {
            putRuns(object, region.parts(), size.get());
        } else {
            putPolygons(object, region.parts());
        }
        object.put(CROWD, isCrowd ? 1 : 0);
        putAttributes(object, attributes);
        return object.build();
    }

    private static void putPolygons(JsonObject.Builder object, List<Polygon> exact) {
        List<Polygon> parts = exact.stream().map(Outlines::rounded).toList();
        double area = parts.stream().mapToDouble(Polygon::area).sum();
        Box box = Box.around(parts.stream().flatMap(p -> p.vertices().stream()).toList());
        object.put("segmentation", JsonArray.of(parts, CocoWriter::flat));
        putMeasures(object, area, box);
    }

    /** A crowd is written as run lengths, which is how readers of COCO tell it from an object. */
    private static void putRuns(JsonObject.Builder object, List<Polygon> parts, ImageDecoder.Size size) {
        RunLengthMask runs = RunLengthMask.of(
                PolygonRasterizer.rasterize(parts, size.width(), size.height()), size.width(), size.height());
        List<JsonValue> counts = new ArrayList<>();
        for (int count : runs.counts()) {
            counts.add(JsonValue.of(count));
        }
        object.put(
                "segmentation",
                JsonObject.builder()
                        .put("size", JsonArray.of(size.height(), size.width()))
                        .put("counts", JsonArray.of(counts))
                        .build());
        putMeasures(object, runs.area(), runs.bounds());
    }

    private static void putMeasures(JsonObject.Builder object, double area, Box box) {
        object.put("area", Outlines.rounded(area));
        object.put(
                "bbox",
                JsonArray.of(box.x1(), box.y1(), Outlines.rounded(box.width()), Outlines.rounded(box.height())));
    }

    private static JsonArray flat(Polygon part) {
        double[] numbers = new double[part.size() * 2];
        int at = 0;
        for (Point p : part.vertices()) {
            numbers[at++] = p.x();
            numbers[at++] = p.y();
        }
        return JsonArray.of(numbers);
    }

    private static void putAttributes(JsonObject.Builder object, Map<String, AttributeValue> attributes) {
        if (!attributes.isEmpty()) {
            object.put("attributes", AttributeJson.write(attributes));
        }
    }
}
