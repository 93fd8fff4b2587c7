package io.flamemark.exchange.labelme;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
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
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a labelme file for each image, without the picture in it. Attributes beyond labelme's own go into a member
 * {@code attributes}, which labelme keeps when it saves.
 */
public final class LabelmeWriter implements ProjectExporter {

    private static final String VERSION = "5.5.0";

    @Override
    public String name() {
        return "labelme";
    }

    @Override
    public String description() {
        return "a folder of labelme files";
    }

    @Override
    public List<Finding> write(Project project, Pictures pictures, Path target) throws IOException {
        FindingList losses = new FindingList(target.toString());
        OutputNames names = new OutputNames(losses);
        OutputFolder folder = new OutputFolder(target);
        ClassScheme classes = ClassScheme.of(project);
        for (ImageEntry image : project.images()) {
            JsonObject json = json(image, classes, pictures, folder, losses);
            folder.write(names.of(image) + ".json", json.toIndentedString());
        }
        Losses.ofDefinitions(project, classes, losses);
        Losses.ofPictures(project, pictures, losses);
        return losses.all();
    }

    private static JsonObject json(
            ImageEntry image, ClassScheme classes, Pictures pictures, OutputFolder folder, FindingList losses) {
        Map<String, AttributeValue> attributes = Losses.withoutSize(image.attributes());
        Optional<ImageDecoder.Size> size = pictures.size(image);
        String picture = pictures.file(image).map(folder::wayTo).orElse(image.filename());
        JsonObject.Builder object = JsonObject.builder()
                .put("version", VERSION)
                .put(LabelmeReader.FLAGS, flags(attributes))
                .put("shapes", shapes(image, classes, losses))
                .put("imagePath", picture)
                .put("imageData", (String) null)
                .put("imageHeight", size.map(s -> JsonValue.of(s.height())).orElse(JsonValue.of((String) null)))
                .put("imageWidth", size.map(s -> JsonValue.of(s.width())).orElse(JsonValue.of((String) null)));
        putAttributes(object, attributes);
        return object.build();
    }

    private static JsonArray shapes(ImageEntry image, ClassScheme classes, FindingList losses) {
        List<JsonValue> shapes = new ArrayList<>();
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (int i = 0; i < image.regions().size(); i++) {
            Region region = image.regions().get(i);
            Optional<Points> points = points(image, i, losses);
            if (points.isPresent()) {
                shapes.add(shape(region, points.get(), classes, groups));
            }
        }
        return JsonArray.of(shapes);
    }

    /** What labelme makes of a shape. */
    private record Points(String type, List<Point> points) {}

    private static Optional<Points> points(ImageEntry image, int index, FindingList losses) {
        Shape shape = image.regions().get(index).shape();
        if (shape instanceof Shape.Rectangle r) {
            Point end = new Point(r.x() + r.width(), r.y() + r.height());
            return Optional.of(new Points("rectangle", List.of(new Point(r.x(), r.y()), end)));
        }
        if (shape instanceof Shape.Circle c) {
            return Optional.of(new Points(
                    "circle", List.of(c.centre(), c.centre().plus(c.radius(), 0))));
        }
        if (shape instanceof Shape.PointShape p) {
            return Optional.of(new Points("point", List.of(p.at())));
        }
        if (shape instanceof Shape.Polyline line && line.points().size() > 1) {
            return Optional.of(new Points(line.points().size() == 2 ? "line" : "linestrip", line.points()));
        }
        if (shape instanceof Shape.Polyline) {
            losses.region(Severity.ERROR, "region-left-out", image, index, "is a line of one point; it is left out.");
            return Optional.empty();
        }
        return AreaObject.outline(image, index, losses).map(o -> new Points("polygon", o.vertices()));
    }

    private static JsonObject shape(Region region, Points points, ClassScheme classes, Map<String, Integer> groups) {
        Map<String, AttributeValue> attributes = AreaObject.others(region, classes);
        AttributeValue description = attributes.remove(LabelmeReader.DESCRIPTION);
        JsonObject.Builder object = JsonObject.builder()
                .put("label", classes.classOf(region))
                .put("points", JsonArray.of(points.points(), LabelmeWriter::pair))
                .put("group_id", group(region, groups))
                .put(LabelmeReader.DESCRIPTION, description == null ? "" : description.display())
                .put("shape_type", points.type())
                .put(LabelmeReader.FLAGS, flags(attributes));
        putAttributes(object, attributes);
        return object.build();
    }

    private static JsonArray pair(Point point) {
        return JsonArray.of(Outlines.rounded(point.x()), Outlines.rounded(point.y()));
    }

    /** labelme's groups are numbers: those that are stay, others are counted from where nobody else counts. */
    private static JsonValue group(Region region, Map<String, Integer> groups) {
        Optional<String> group = GroupAttribute.of(region);
        if (group.isEmpty()) {
            return JsonValue.of((String) null);
        }
        if (group.get().matches("\\d{1,6}")) {
            return JsonValue.of(Long.parseLong(group.get()));
        }
        return JsonValue.of(groups.computeIfAbsent(group.get(), g -> 1_000_000 + groups.size()));
    }

    /** Takes the flags out of the attributes: the one place labelme has for what is checked or not. */
    private static JsonObject flags(Map<String, AttributeValue> attributes) {
        JsonObject.Builder flags = JsonObject.builder();
        if (attributes.get(LabelmeReader.FLAGS) instanceof AttributeValue.Choices choices) {
            choices.checked().forEach(flags::put);
            attributes.remove(LabelmeReader.FLAGS);
        }
        return flags.build();
    }

    private static void putAttributes(JsonObject.Builder object, Map<String, AttributeValue> attributes) {
        if (!attributes.isEmpty()) {
            object.put(LabelmeReader.ATTRIBUTES, AttributeJson.write(attributes));
        }
    }
}
