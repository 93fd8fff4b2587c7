package io.flamemark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageDecoderTest;
import io.flamemark.imaging.PictureFiles;
import io.flamemark.imaging.Rendering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code turned.jpg} shows 32x16 pixels and is stored as 16x32; {@code pages.tif} has two pages, 8x4 and 4x8. */
class PictureOfTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.copy(ImageDecoderTest.fixture("orientation-6.jpg"), folder.resolve("turned.jpg"));
        PictureFiles.tif(
                folder.resolve("pages.tif"),
                false,
                List.of(PictureFiles.plain(8, 4, 0xff0000), PictureFiles.plain(4, 8, 0x00ff00)));
    }

    @Test
    @DisplayName("samples are of the picture that the project means, with its size")
    void samples() {
        assertEquals("32x16", sizeOf(sample("turned.jpg", Map.of())));
        Sample stored = sample("turned.jpg", Map.of(PictureAttributes.ORIENTATION, "ignored"));
        assertEquals("16x32", sizeOf(stored));
        assertEquals(new Rendering(false, 0), stored.rendering());
        Sample second = sample("pages.tif", Map.of(PictureAttributes.PAGE, "2"));
        assertEquals("4x8", sizeOf(second));
        assertEquals(1, second.page());
        assertEquals("8x4", sizeOf(sample("pages.tif", Map.of(PictureAttributes.PAGE, "last"))));
    }

    @Test
    @DisplayName("outlines that fit only the other way up are warned of")
    void otherWayUp() {
        Shape low = new Shape.Rectangle(2, 20, 8, 10);
        Shape wide = new Shape.Rectangle(20, 2, 10, 8);
        assertEquals(List.of("orientation-disagrees", "region-outside"), codes("turned.jpg", Map.of(), low));
        assertEquals(List.of(), codes("turned.jpg", Map.of(), wide));
        Map<String, String> ignored = Map.of(PictureAttributes.ORIENTATION, "ignored");
        assertEquals(List.of(), codes("turned.jpg", ignored, low));
        assertEquals(List.of("orientation-disagrees", "region-outside"), codes("turned.jpg", ignored, wide));
    }

    @Test
    @DisplayName("so is a width and height that are those of the other way up")
    void sizeTold() {
        Shape small = new Shape.Rectangle(2, 2, 8, 8);
        assertEquals(
                List.of("orientation-disagrees"), codes("turned.jpg", Map.of("width", "16", "height", "32"), small));
        assertEquals(List.of(), codes("turned.jpg", Map.of("width", "32", "height", "16"), small));
        assertEquals(List.of(), codes("turned.jpg", Map.of("width", "99", "height", "9"), small));
    }

    @Test
    @DisplayName("detectors get the file itself, or a copy of the picture that is meant")
    void copies() throws Exception {
        PictureCopies copies = new PictureCopies();
        ImageDecoder decoder = new ImageDecoder();
        Sample usual = sample("turned.jpg", Map.of());
        assertEquals(usual.image(), copies.fileOf(usual));
        Sample stored = sample("turned.jpg", Map.of(PictureAttributes.ORIENTATION, "ignored"));
        Path copy = copies.fileOf(stored);
        assertNotEquals(stored.image(), copy);
        assertEquals(copy, copies.fileOf(stored));
        assertEquals("16x32", decoder.size(copy).toString());
        Sample second = sample("pages.tif", Map.of(PictureAttributes.PAGE, "2"));
        assertEquals(0x00ff00, decoder.decode(copies.fileOf(second)).rgb()[0]);
        Sample untouched = sample("pages.tif", Map.of(PictureAttributes.ORIENTATION, "ignored"));
        assertEquals(untouched.image(), copies.fileOf(untouched));
    }

    private Sample sample(String name, Map<String, String> attributes) {
        return build(name, attributes).dataset().train().get(0);
    }

    private List<String> codes(String name, Map<String, String> attributes, Shape shape) {
        return build(name, attributes, shape).findings().stream()
                .map(Finding::code)
                .filter(code -> !code.equals("region-partly-outside"))
                .sorted()
                .toList();
    }

    private DatasetBuilder.Result build(String name, Map<String, String> attributes, Shape... shapes) {
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((key, value) -> values.put(key, new AttributeValue.Text(value)));
        values.put("split", new AttributeValue.Text("train"));
        List<Region> regions = IntStream.range(0, shapes.length)
                .mapToObj(i -> new Region(new RegionId(i + 1), shapes[i], Map.of()))
                .toList();
        ImageEntry entry = new ImageEntry(new ImageId(name), name, 1, regions, values);
        Project project = new Project("p", List.of(entry), AttributeSchema.empty(), "");
        return new DatasetBuilder().build(project, folder.resolve("via_project.json"));
    }

    private static String sizeOf(Sample sample) {
        return sample.width() + "x" + sample.height();
    }
}
