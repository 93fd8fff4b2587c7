package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.SplitAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a project together while a file of another program is read. Attributes are declared as they turn up, and the
 * memory that a hostile file can make it take is bounded.
 */
public final class ProjectBuilder {

    /** The name of the attribute that holds the class, where the file has no other. */
    public static final String CLASS = "class";

    /** A point takes about a tenth of this, so that what is read never takes more than a part of the memory. */
    private static final int HEAP_A_POINT = 250;

    private static final int POINTS_A_REGION = 8;

    private static final int MOST_FINDINGS = 10_000;

    private final Path file;
    private final Path folder;
    private final FindingList findings;
    private final Map<ImageId, ImageBuilder> images = new LinkedHashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<String, Attribute> regionAttributes = new LinkedHashMap<>();
    private final Map<String, Attribute> fileAttributes = new LinkedHashMap<>();
    private final long mostPoints = Runtime.getRuntime().maxMemory() / HEAP_A_POINT;
    private String classAttribute = CLASS;
    private long points;
    private long regions;
    private int reported;

    /**
     * @param file what is read, named in messages
     * @param folder from which images have their names
     */
    public ProjectBuilder(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
        this.findings = new FindingList(file.toString());
    }

    /** Something of the file that is not taken over and belongs to no image: a full sentence. */
    public void problem(String code, String message) {
        if (mayReport()) {
            findings.project(Severity.ERROR, code, message);
        }
    }

    /** Something of an image that is not taken over: a full sentence. */
    public void leftOut(ImageEntry image, String code, String message) {
        if (mayReport()) {
            findings.error(code, image, message);
        }
    }

    /** Something about a region that was taken over; {@code what} follows "Region 3 of a.jpg ". */
    void warn(ImageEntry image, int region, String code, String what) {
        if (mayReport()) {
            findings.region(Severity.WARNING, code, image, region, what);
        }
    }

    /** A file in which everything is wrong needs not be told a million times. */
    private boolean mayReport() {
        return ++reported <= MOST_FINDINGS;
    }

    /** Under which attribute the class of a region is kept; to be said before the first region. */
    public void nameClassAttribute(String name) {
        classAttribute = name;
    }

    /** A class that there is, whether or not a region is of it. */
    public void declareClass(String name) {
        classes.add(name);
    }

    /** Begins an image. The same name may come twice; the keys differ. */
    public ImageBuilder image(String filename) {
        long size = sizeOf(filename);
        ImageId id = new ImageId(filename + size);
        for (int n = 2; images.containsKey(id); n++) {
            id = new ImageId(filename + size + "#" + n);
        }
        ImageBuilder image = new ImageBuilder(this, new ImageEntry(id, filename, size, List.of(), Map.of()));
        images.put(id, image);
        return image;
    }

    /** In bytes; -1 where no such file lies in the folder. A name never leads out of it. */
    private long sizeOf(String filename) {
        try {
            Path picture = folder.resolve(filename).normalize();
            return picture.startsWith(folder) && Files.isRegularFile(picture) ? Files.size(picture) : -1;
        } catch (IOException | InvalidPathException e) {
            return -1;
        }
    }

    String classAttribute() {
        return classAttribute;
    }

    /** Numbers a region, after seeing that there is room for it. */
    RegionId admit(Shape shape, Map<String, AttributeValue> attributes) throws ExchangeException {
        requireRoomFor(POINTS_A_REGION + pointsOf(shape));
        attributes.forEach((name, value) -> {
            if (name.equals(classAttribute)) {
                classes.add(value.display());
            } else {
                declare(regionAttributes, name, value);
            }
        });
        return new RegionId(++regions);
    }

    /** Counts points that are about to take memory. */
    public void requireRoomFor(long more) throws ExchangeException {
        points += more;
        if (points > mostPoints) {
            throw new ExchangeException(
                    file,
                    "there are more shapes and points in it than fit the memory; split it into several files, or give"
                            + " the program more memory (-Xmx).");
        }
    }

    private static int pointsOf(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return polygon.outline().size();
        }
        return shape instanceof Shape.Polyline line ? line.points().size() : 1;
    }

    void declareFileAttribute(String name, AttributeValue value) {
        if (name.equals(SplitAttribute.NAME)) {
            fileAttributes.putIfAbsent(name, SplitAttribute.definition());
        } else {
            declare(fileAttributes, name, value);
        }
    }

    private static void declare(Map<String, Attribute> attributes, String name, AttributeValue value) {
        if (!(value instanceof AttributeValue.Choices choices)) {
            attributes.putIfAbsent(name, new Attribute(Type.TEXT, "", List.of(), List.of()));
            return;
        }
        Attribute known = attributes.get(name);
        Set<String> options = new LinkedHashSet<>();
        if (known != null) {
            known.options().forEach(o -> options.add(o.id()));
        }
        options.addAll(choices.checked().keySet());
        attributes.put(name, choice(Type.CHECKBOX, options));
    }

    private static Attribute choice(Type type, Set<String> options) {
        return new Attribute(
                type, "", options.stream().map(o -> new Option(o, "")).toList(), List.of());
    }

    /** The project as it was put together. */
    public Imported build(String name) {
        if (reported > MOST_FINDINGS) {
            String more = (reported - MOST_FINDINGS) + " more of the kind are not told one by one.";
            findings.project(Severity.ERROR, "more-findings", more);
        }
        Map<String, Attribute> region = new LinkedHashMap<>();
        if (!classes.isEmpty()) {
            region.put(classAttribute, choice(Type.DROPDOWN, classes));
        }
        region.putAll(regionAttributes);
        List<ImageEntry> entries = new ArrayList<>();
        images.values().forEach(image -> entries.add(image.build()));
        Project project = new Project(name, entries, new AttributeSchema(region, fileAttributes), "");
        return new Imported(project, findings.all());
    }
}
