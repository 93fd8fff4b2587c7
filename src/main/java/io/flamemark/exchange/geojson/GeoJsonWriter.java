package io.flamemark.exchange.geojson;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.exchange.part.GroupAttribute;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.Outlines;
import io.flamemark.exchange.part.OutputFolder;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one GeoJSON feature a region, in the pixels of its image: x to the right, y <em>down</em> from the top left
 * corner, as QuPath writes them. That is no longitude and latitude, and the foreign member {@code coordinates} says so.
 * Rings are closed and run the way RFC 7946 wants for the numbers as they stand. What GeoJSON has no geometry for (a
 * circle, an ellipse) is a polygon, and its measures are in the properties.
 */
public final class GeoJsonWriter implements ProjectExporter {

    @Override
    public String name() {
        return "geojson";
    }

    @Override
    public String description() {
        return "a GeoJSON file in pixels";
    }

    @Override
    public Optional<String> extension() {
        return Optional.of("geojson");
    }

    @Override
    public List<Finding> write(Project project, Pictures pictures, Path target) throws IOException {
        FindingList losses = new FindingList(target.toString());
        ClassScheme classes = ClassScheme.of(project);
        List<JsonValue> features = new ArrayList<>();
        for (ImageEntry image : project.images()) {
            if (image.regions().isEmpty()) {
                Losses.ofImageAttributes(image, losses);
                losses.note("image-left-out", image, "\"" + image.filename() + "\" has no regions and no feature.");
            }
            for (int i = 0; i < image.regions().size(); i++) {
                Optional<JsonObject> geometry = geometry(image, i, losses);
                if (geometry.isPresent()) {
                    features.add(feature(image, image.regions().get(i), geometry.get(), classes, pictures.size(image)));
                }
            }
        }
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        JsonObject root = JsonObject.builder()
                .put("type", "FeatureCollection")
                .put(
                        "coordinates",
                        "pixels of the image named in each feature; x to the right, y down from its top left")
                .put("features", JsonArray.of(features))
                .build();
        OutputFolder.write(target, root.toString().getBytes(StandardCharsets.UTF_8));
        return losses.all();
    }

    private static Optional<JsonObject> geometry(ImageEntry image, int index, FindingList losses) {
        Shape shape = image.regions().get(index).shape();
        if (shape instanceof Shape.PointShape p) {
            return Optional.of(geometry("Point", position(p.at())));
        }
        if (shape instanceof Shape.Polyline line && line.points().size() > 1) {
            return Optional.of(geometry("LineString", JsonArray.of(line.points(), GeoJsonWriter::position)));
        }
        return AreaObject.outline(image, index, losses)
                .map(outline -> geometry("Polygon", JsonArray.of(List.of(ring(outline)))));
    }

    private static JsonObject geometry(String type, JsonArray coordinates) {
        return JsonObject.builder()
                .put("type", type)
                .put("coordinates", coordinates)
                .build();
    }

    private static JsonArray ring(Polygon outline) {
        List<Point> ring = new ArrayList<>(outline.vertices());
        if (outline.signedArea() < 0) {
            Collections.reverse(ring);
        }
        ring.add(ring.get(0));
        return JsonArray.of(ring, GeoJsonWriter::position);
    }

    private static JsonArray position(Point point) {
        return JsonArray.of(Outlines.rounded(point.x()), Outlines.rounded(point.y()));
    }

    private static JsonObject feature(
            ImageEntry image,
            Region region,
            JsonObject geometry,
            ClassScheme classes,
            Optional<ImageDecoder.Size> size) {
        JsonObject.Builder properties = JsonObject.builder().put("image", image.filename());
        size.ifPresent(s -> properties.put("imageWidth", s.width()).put("imageHeight", s.height()));
        putAttributes(properties, "imageAttributes", Losses.withoutSize(image.attributes()));
        properties.put("class", classes.classOf(region));
        GroupAttribute.of(region).ifPresent(group -> properties.put(GroupAttribute.NAME, group));
        putShape(properties, region.shape());
        putAttributes(properties, "attributes", AreaObject.others(region, classes));
        return JsonObject.builder()
                .put("type", "Feature")
                .put("geometry", geometry)
                .put("properties", properties.build())
                .build();
    }

    private static void putAttributes(
            JsonObject.Builder properties, String name, Map<String, AttributeValue> attributes) {
        if (!attributes.isEmpty()) {
            properties.put(name, AttributeJson.write(attributes));
        }
    }

    /** The measures of a shape whose polygon only comes near it. */
    private static void putShape(JsonObject.Builder properties, Shape shape) {
        if (shape instanceof Shape.Circle c) {
            properties
                    .put("shape", "circle")
                    .put("centre", position(c.centre()))
                    .put("radius", c.radius());
        } else if (shape instanceof Shape.Ellipse e) {
            properties
                    .put("shape", "ellipse")
                    .put("centre", position(e.centre()))
                    .put("radii", JsonArray.of(e.rx(), e.ry()))
                    .put("theta", e.theta());
        } else if (shape instanceof Shape.Rectangle) {
            properties.put("shape", "rectangle");
        }
    }
}
