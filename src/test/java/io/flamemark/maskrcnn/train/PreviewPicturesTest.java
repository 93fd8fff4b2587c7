package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.PictureFiles;
import io.flamemark.imaging.Rendering;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewPicturesTest {

    private static final LabelMap LABELS = new LabelMap(List.of("fire"));
    private static final Polygon TRUTH = Polygon.of(20, 20, 60, 20, 60, 60, 20, 60);

    @TempDir
    Path folder;

    private RunDirectory run() {
        return RunFixture.folder(folder.resolve("run"));
    }

    private List<Sample> samples(int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(FireDrawing.write(folder, "Überblick " + i + ".png", TRUTH));
        }
        return samples;
    }

    private static Detections found(double score) {
        Mask mask = PolygonRasterizer.rasterize(
                Polygon.of(100, 70, 150, 70, 150, 110, 100, 110), FireDrawing.WIDTH, FireDrawing.HEIGHT);
        return new Detections(List.of(new Detection(1, score, new Box(100, 70, 150, 110), mask)));
    }

    private List<String> names(int epoch) throws IOException {
        try (Stream<Path> files = Files.list(run().previews(epoch))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private RgbImage picture(int epoch) throws IOException {
        return new ImageDecoder()
                .decode(run().previews(epoch).resolve(names(epoch).get(0)));
    }

    @Test
    @DisplayName("the same few images from all over the list are drawn in every epoch, under the same names")
    void same() throws Exception {
        PreviewPictures previews = new PreviewPictures(run(), 20, LABELS, samples(10));
        assertEquals(Optional.empty(), previews.write(1, Map.of()));
        assertEquals(Optional.empty(), previews.write(2, Map.of()));
        assertEquals(
                List.of("1-_berblick_0.png", "2-_berblick_2.png", "3-_berblick_5.png", "4-_berblick_7.png"), names(1));
        assertEquals(names(1), names(2));
    }

    @Test
    @DisplayName("what was found is painted, unless the network hardly believes in it; the truth is always outlined")
    void painted() throws Exception {
        List<Sample> samples = samples(1);
        PreviewPictures previews = new PreviewPictures(run(), 20, LABELS, samples);
        previews.write(1, Map.of());
        previews.write(2, Map.of(samples.get(0).id(), found(0.9)));
        previews.write(3, Map.of(samples.get(0).id(), found(0.2)));
        RgbImage plain = picture(1);
        RgbImage painted = picture(2);
        int inside = 90 * plain.width() + 125;
        assertNotEquals(plain.rgb()[inside], painted.rgb()[inside], "the mask is tinted");
        assertEquals(plain.rgb()[inside], picture(3).rgb()[inside]);
        RgbImage original = new ImageDecoder().decode(samples.get(0).image());
        assertNotEquals(original.rgb()[20 * plain.width() + 21], plain.rgb()[20 * plain.width() + 21], "the outline");
    }

    @Test
    @DisplayName("the picture is the page of the file that was annotated")
    void page() throws Exception {
        Path file = folder.resolve("pages.tif");
        PictureFiles.tif(
                file, false, List.of(PictureFiles.plain(80, 40, 0xff0000), PictureFiles.plain(40, 80, 0x00ff00)));
        Sample second = new Sample("pages.tif1", file, 40, 80, List.of(), new Rendering(true, 1));
        new PreviewPictures(run(), 20, LABELS, List.of(second)).write(1, Map.of());
        assertEquals("40x80", picture(1).width() + "x" + picture(1).height());
        assertEquals(0x00ff00, picture(1).rgb()[0]);
    }

    @Test
    @DisplayName("a training goes on without pictures where they cannot be written; it is told once")
    void fails() throws Exception {
        Files.createDirectories(run().root());
        Files.writeString(run().previews(), "in the way");
        PreviewPictures previews = new PreviewPictures(run(), 20, LABELS, samples(1));
        assertTrue(previews.write(1, Map.of()).orElseThrow().contains("no pictures"));
        assertEquals(Optional.empty(), previews.write(2, Map.of()));
    }

    @Test
    @DisplayName("a run of very many epochs leaves pictures of a hundred of them")
    void veryMany() throws Exception {
        PreviewPictures previews = new PreviewPictures(run(), 400, LABELS, samples(1));
        for (int epoch = 1; epoch <= 12; epoch++) {
            previews.write(epoch, Map.of());
        }
        assertTrue(Files.exists(run().previews(4)) && Files.exists(run().previews(12)));
        assertFalse(Files.exists(run().previews(5)));
    }
}
