package io.flamemark.journey;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.cli.SmallProject;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.Polygon;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Files as they should not be. */
final class BadFiles {

    /** Images that cannot be shown, and what a person has to read of each. */
    static final Map<String, String> IMAGES = Map.of(
            "missing.png", "was not found",
            "corrupt.jpg", "not an image",
            "huge.png", "60000x60000 pixels");

    /** The two-point polygon of {@link #projectWithBadImages}, as its file has it. */
    static final String TWO_POINTS = "\"all_points_x\":[3,9]";

    private static final int DECLARED = 60_000;

    private BadFiles() {}

    /** A project that cannot be opened, and the place or reason that its message has to name. */
    record BadProject(Path file, List<String> told) {

        BadProject(Path file, String... told) {
            this(file, List.of(told));
        }
    }

    /** Missing, empty, truncated, no JSON, and JSON of something else. */
    static List<BadProject> projects(Path folder, Path good) throws IOException {
        String whole = Files.readString(good);
        return List.of(
                new BadProject(folder.resolve("missing.json"), "there is no such file"),
                new BadProject(write(folder, "empty.json", ""), "the file is empty"),
                new BadProject(
                        write(folder, "cut.json", whole.substring(0, whole.length() / 2)),
                        ", line 1, column ",
                        "cut off"),
                new BadProject(write(folder, "prose.json", "Dear diary, today it burned."), "no JSON"),
                new BadProject(write(folder, "list.json", "[1,2]"), "JSON that is not a project"));
    }

    private static Path write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** A good image, the bad ones, and nine more good ones; the first carries a polygon of two points. */
    static Path projectWithBadImages(Path folder) throws IOException {
        ProjectFile small = ProjectFile.open(SmallProject.in(folder));
        Files.write(
                folder.resolve("corrupt.jpg"), "not a picture at all".repeat(50).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("huge.png"), hugePng());
        List<ImageEntry> images = new ArrayList<>(small.project().images());
        images.set(0, withTwoPoints(images.get(0)));
        for (String name : List.of("missing.png", "corrupt.jpg", "huge.png")) {
            images.add(
                    1,
                    new ImageEntry(
                            new ImageId(name + "-1"),
                            name,
                            -1,
                            List.of(),
                            Map.of("split", new AttributeValue.Text("train"))));
        }
        Project bad = small.project().withImages(images);
        return small.save(bad).path();
    }

    private static ImageEntry withTwoPoints(ImageEntry image) {
        List<Region> regions = new ArrayList<>(image.regions());
        regions.add(new Region(new RegionId(1000), new Shape.Polygon(Polygon.of(3, 4, 9, 4)), Map.of()));
        return image.withRegions(regions);
    }

    /** The head of a PNG that declares more pixels than any memory holds, and nothing of them. */
    private static byte[] hugePng() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(DECLARED);
        fields.writeInt(DECLARED);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) crc.getValue());
    }
}
