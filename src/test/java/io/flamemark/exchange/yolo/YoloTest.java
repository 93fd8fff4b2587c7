package io.flamemark.exchange.yolo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.Foreign;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("YOLO")
class YoloTest {

    @TempDir
    Path folder;

    private void labels(String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: [fire, 'smoke, thick']",
                "names: ['fire',\n  \"smoke, thick\" ]",
                "names:\n  0: fire\n  1: smoke, thick # a comment",
                "names:\n- fire\n- \"smoke, thick\"",
                "names: {0: fire, 1: 'smoke, thick'}"
            })
    @DisplayName("the names of classes in all the ways they are written; outlines, boxes, scores; splits")
    void read(String names) throws IOException {
        Foreign.pictures(folder, "images/train/a.png", "images/train/sub/b.png", "images/val/c.png");
        Files.writeString(
                folder.resolve("data.yaml"), "# data\ntrain: ../images/train\nval: images/val\nnc: 2\n" + names + "\n");
        labels("labels/train/a.txt", "0 0.25 0.25 0.5 0.25 0.5 0.5\n1 0.5 0.5 0.25 0.5\r\n\n1 0 0 1 0 1 1 0.75\n");
        labels("labels/train/sub/b.txt", "");
        Imported imported = Foreign.open(folder);
        assertEquals(List.of(), imported.findings());
        List<ImageEntry> images = imported.project().images();
        assertEquals(
                List.of("images/train/a.png", "images/train/sub/b.png", "images/val/c.png"),
                images.stream().map(ImageEntry::filename).toList());
        assertEquals(
                List.of(
                        Foreign.polygon(16, 12, 32, 12, 32, 24),
                        new Shape.Rectangle(24, 12, 16, 24),
                        Foreign.polygon(0, 0, 64, 0, 64, 48)),
                Foreign.shapes(images.get(0)));
        assertEquals("smoke, thick", Foreign.value(images.get(0).regions().get(1), "class"));
        assertEquals("0.75", Foreign.value(images.get(0).regions().get(2), "score"));
        assertEquals("val", images.get(2).attributes().get("split").display());
        assertEquals(
                3, Foreign.open(folder.resolve("data.yaml")).project().images().size());
    }

    @Test
    @DisplayName("splits told by lists of pictures; what they name outside of the data set is told and left out")
    void lists() throws IOException {
        Foreign.pictures(folder, "images/a.png", "images/b.png", "images/deep/c.png", "images/unlisted.png");
        Files.writeString(folder.resolve("data.yaml"), "path: .\ntrain: train.txt\nval: ./val.txt\nnames: [fire]\n");
        labels("train.txt", "./images/b.png\r\nimages\\deep\\c.png\n\n/etc/x.png\n../../y.png\n");
        labels("val.txt", "./images/a.png\n./images/b.png\n");
        labels("labels/a.txt", "0 0 0 1 0 1 1");
        labels("labels/deep/c.txt", "0 0 0 1 0 1 1\n0 0 0 1 0 1 1");
        Imported imported = Foreign.open(folder);
        List<String> found = imported.project().images().stream()
                .map(i -> i.filename() + " " + i.attributes().get("split").display() + " "
                        + i.regions().size())
                .toList();
        assertEquals(List.of("images/b.png train 0", "images/deep/c.png train 2", "images/a.png val 1"), found);
        assertEquals(List.of("pictures-outside"), Foreign.codes(imported.findings()));
        assertTrue(imported.findings().get(0).message().startsWith("2 of the pictures that train.txt names"));
    }

    @Test
    @DisplayName("a list of names beside pictures and labels does too")
    void namesFile() throws IOException {
        Foreign.pictures(folder, "a.png");
        labels("a.txt", "1 0 0 1 0 1 1");
        labels("classes.txt", "fire\nsmoke\n");
        Region region = Foreign.open(folder).project().images().get(0).regions().get(0);
        assertEquals("smoke", Foreign.value(region, "class"));
    }

    @Test
    @DisplayName("lines that make no sense, and labels without a picture, are told; the rest is read")
    void damaged() throws IOException {
        Foreign.pictures(folder, "a.png");
        labels("classes.txt", "fire");
        labels(
                "a.txt",
                "0 0 0 1 0 1 1\n0 1 2\nx 1 2 3 4 5 6\n0 NaN 0 1 1 0 1\n-1 0 0 1 0 1 1\n0 1e9 0 1 1 0 1\n7 0 0 1 0 1 1");
        labels("gone.txt", "0 0 0 1 0 1 1");
        Imported imported = Foreign.open(folder);
        assertEquals(2, imported.project().regionCount());
        assertEquals(6, imported.findings().size());
        assertTrue(imported.findings().get(5).message().contains("gone.txt"));
        assertEquals(
                "class 7",
                Foreign.value(imported.project().images().get(0).regions().get(1), "class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: &a [x]\ntrain: y",
                "names: [x\ntrain: y",
                "names:\n  x: y\ntrain: z",
                "= 3\nnames: [x]\ntrain: y"
            })
    @DisplayName("YAML beyond the simple is refused by file and line")
    void yaml(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("data.yaml"), text);
        ExchangeException e = assertThrows(ExchangeException.class, () -> Foreign.open(file));
        assertTrue(e.getMessage().contains("data.yaml: "), e.getMessage());
    }

    @Test
    @DisplayName("folders of a stranger's data set are looked for in its own folder only")
    void outside() throws IOException {
        Files.writeString(folder.resolve("data.yaml"), "path: /\ntrain: /etc\nval: a/../../..\nnames: [x]\n");
        Imported imported = Foreign.open(folder);
        assertEquals(0, imported.project().images().size());
        assertEquals(List.of("folder-missing", "folder-missing"), Foreign.codes(imported.findings()));
    }

    @Test
    @DisplayName("there and back: outlines to a thousandth of a pixel, classes, splits; the losses by region")
    void roundTrip() throws IOException {
        Pictures pictures = Foreign.pictures(folder.resolve("in"), "a.png", "b.png", "none.png");
        Path out = folder.resolve("out");
        List<Finding> losses = Foreign.exporter("yolo").write(Foreign.everything(), pictures.copied(), out);
        assertEquals(
                List.of(
                        "shape-as-polygon",
                        "shape-as-polygon",
                        "region-left-out",
                        "region-left-out",
                        "parts-separated",
                        "attributes-left-out",
                        "attributes-left-out"),
                Foreign.codes(losses));
        Imported back = Foreign.open(out);
        assertEquals(List.of(), back.findings());
        ImageEntry a = back.project().images().stream()
                .filter(i -> i.filename().equals("images/val/a.png"))
                .findFirst()
                .orElseThrow();
        assertEquals("val", a.attributes().get("split").display());
        assertEquals(
                List.of(Foreign.polygon(2.25, 3, 20.5, 4, 11, 17.75), Foreign.polygon(30, 4, 40, 4, 40, 12, 30, 12)),
                Foreign.shapes(a).subList(0, 2));
        assertEquals(4, a.regions().size());
        assertEquals(6, back.project().regionCount());
        assertEquals("", Files.readString(out.resolve("labels/train/none.txt")));
        assertEquals(
                "train: images/train\nval: images/val\nnames:\n  0: \"fire\"\n  1: \"smoke\"\n",
                Files.readString(out.resolve("data.yaml")));
    }

    @Test
    @DisplayName("coordinates of pictures of any size survive to a thousandth of a pixel")
    void precision() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int length = 1 + random.nextInt(1_000_000);
            double coordinate = Math.rint(random.nextDouble() * length * 1e3) / 1e3;
            double back = Double.parseDouble(YoloWriter.share(coordinate, length)) * length;
            assertEquals(coordinate, back, 1e-3);
        }
    }

    @Test
    @DisplayName(
            "what reaches beyond the picture is cut, and what lies outside is left out: YOLO would drop the picture")
    void border() throws IOException {
        Pictures pictures = Foreign.pictures(folder, "a.png");
        Project project = Foreign.project(Foreign.image(
                "a.png", Foreign.polygon(-10, 10, 20, 10, 20, 20, -10, 20), Foreign.polygon(70, 1, 80, 1, 80, 9)));
        List<Finding> losses = Foreign.exporter("yolo").write(project, pictures, folder.resolve("out"));
        assertEquals(List.of("cut-at-border", "region-left-out"), Foreign.codes(losses));
        List<Point> numbers = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/labels/train/a.txt"))) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i += 2) {
                numbers.add(new Point(Double.parseDouble(words[i]), Double.parseDouble(words[i + 1])));
            }
        }
        assertEquals(4, numbers.size());
        assertEquals(20.0 / 64 * 10 / 48, new Polygon(numbers).area(), 1e-6);
    }

    @Test
    @DisplayName("without its picture an image is left out, by name")
    void missingPicture() throws IOException {
        List<Finding> losses =
                Foreign.exporter("yolo").write(Foreign.everything(), Pictures.none(), folder.resolve("out"));
        assertEquals(3, losses.size());
        assertTrue(losses.get(0).message().contains("\"a.png\""), losses.get(0).message());
        assertEquals(Finding.Severity.ERROR, losses.get(0).severity());
    }
}
