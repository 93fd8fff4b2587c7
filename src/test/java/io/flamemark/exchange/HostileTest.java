package io.flamemark.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Shape;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.RegionAttributes;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageReadException;
import io.flamemark.imaging.LabelImages;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bound on time is generous: machines stall. What is meant is two seconds, and that nothing grows with a number. */
@DisplayName("Files made to harm")
class HostileTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private void refused(String name, String content, String part) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        IOException e =
                assertTimeoutPreemptively(BOUND, () -> assertThrows(IOException.class, () -> Foreign.open(file)));
        assertTrue(e.getMessage().contains(name) && e.getMessage().contains(part), e.getMessage());
    }

    @Test
    @DisplayName("a million entities, a million nested elements and a text without end are refused while they are read")
    void xml() throws IOException {
        StringBuilder entities = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE annotation [<!ENTITY a \"x\">");
        for (char c = 'b'; c < 'k'; c++) {
            String before = "&" + (char) (c - 1) + ";";
            entities.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        refused("laughs.xml", entities + "]><annotation><filename>&j;</filename></annotation>", "document type");
        refused("deep.xml", "<annotation>" + "<a>".repeat(1_000_000), "nested");
        refused("long.xml", "<annotation><filename>" + "x".repeat(1_000_000), "text longer");
        refused(
                "many.xml",
                "<annotation>" + "<object><name>a</name></object>".repeat(200_001) + "</annotation>",
                "objects");
    }

    @Test
    @DisplayName("run lengths of a picture that cannot be are left out without taking its memory")
    void runLengths() throws IOException {
        Path file = Files.writeString(folder.resolve("rle.json"), """
                {"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[
                {"image_id":1,"segmentation":{"size":[1000000000,1000000000],"counts":[1000000000000000000]}},
                {"image_id":1,"segmentation":{"size":[46340,46340],"counts":[2147395600]}},
                {"image_id":1,"segmentation":{"size":[20000,10000],"counts":"PPPPPPPPPPPPPPPPPPP"}},
                {"image_id":1,"segmentation":{"size":[-5,-5],"counts":[25]}}]}""");
        Imported imported = assertTimeoutPreemptively(BOUND, () -> Foreign.open(file));
        assertEquals(0, imported.project().regionCount());
        assertEquals(4, imported.findings().size());
    }

    @Test
    @DisplayName("a blob with more holes than fit an outline has the smallest filled, and says how many")
    void sieve() {
        int side = 200;
        BitSet bits = new BitSet();
        for (int i = 0; i < side * side; i++) {
            bits.set(i, i % side % 2 == 0 || i / side % 2 == 0);
        }
        TracedShapes traced = assertTimeoutPreemptively(BOUND, () -> TracedShapes.of(new Mask(0, 0, side, side, bits)));
        assertEquals(1, traced.shapes().size());
        assertEquals(99 * 99 - 500, traced.filledHoles(), "those at the border are no holes");
    }

    @Test
    @DisplayName("more shapes than the memory holds end in a sentence, not in an OutOfMemoryError")
    void memory() throws IOException {
        ProjectBuilder project = new ProjectBuilder(folder.resolve("big.json"), folder);
        project.requireRoomFor(1);
        ExchangeException e = assertThrows(
                ExchangeException.class,
                () -> project.requireRoomFor(Runtime.getRuntime().maxMemory()));
        assertTrue(e.getMessage().contains("big.json") && e.getMessage().contains("-Xmx"), e.getMessage());
    }

    @Test
    @DisplayName("a file in which everything is wrong is told ten thousand times, not a million")
    void findings() throws IOException {
        ProjectBuilder project = new ProjectBuilder(folder.resolve("a.json"), folder);
        ImageBuilder image = project.image("a.jpg");
        for (int i = 0; i < 50_000; i++) {
            image.region(new Shape.Rectangle(0, 0, Double.NaN, 1), RegionAttributes.withoutClass());
        }
        Imported imported = project.build("a");
        assertEquals(10_001, imported.findings().size());
        assertEquals(
                "40000 more of the kind are not told one by one.",
                imported.findings().get(10_000).message());
    }

    @Test
    @DisplayName("a PNG that declares more pixels than there are is refused before they take memory")
    void png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(2_000_000_000);
        fields.writeInt(2_000_000_000);
        fields.write(new byte[] {8, 3, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        out.writeInt(header.size() - 4);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        ImageReadException e = assertThrows(
                ImageReadException.class, () -> LabelImages.decode(Path.of("bomb.png"), bytes.toByteArray()));
        assertTrue(e.getMessage().contains("bomb.png"), e.getMessage());
    }

    @Test
    @DisplayName("names of images never lead an export out of its folder")
    void names() throws IOException {
        Path out = folder.resolve("deep/out");
        Foreign.exporter("labelme")
                .write(
                        Foreign.project(
                                Foreign.image("../../evil.png"),
                                Foreign.image("/etc/evil.png"),
                                Foreign.image("C:\\x\\EVIL.png"),
                                Foreign.image("https://host/a?b=c.png"),
                                Foreign.image(".."),
                                Foreign.image("")),
                        Pictures.none(),
                        out);
        assertEquals(
                Set.of("evil.json", "evil-2.json", "EVIL-3.json", "a_b=c.json", "image.json", "image-2.json"),
                Set.of(out.toFile().list()));
        assertEquals(1, folder.toFile().list().length);
    }
}
