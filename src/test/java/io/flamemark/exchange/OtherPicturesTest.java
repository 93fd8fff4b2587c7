package io.flamemark.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.imaging.ImageDecoderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Outlines of a picture that other programs show otherwise")
class OtherPicturesTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("a later page, and a picture as stored that its EXIF data turns, are told in every format")
    void told() throws Exception {
        for (String name : List.of("orientation-1.jpg", "orientation-6.jpg")) {
            Files.copy(ImageDecoderTest.fixture(name), folder.resolve(name));
        }
        Project project = Foreign.project(
                with(PictureAttributes.PAGE, "2", "pages.tif"),
                with(PictureAttributes.PAGE, "1", "first.tif"),
                with(PictureAttributes.ORIENTATION, PictureAttributes.IGNORED, "orientation-6.jpg"),
                with(PictureAttributes.ORIENTATION, PictureAttributes.IGNORED, "orientation-1.jpg"),
                Foreign.image("plain/orientation-6.jpg"));
        Pictures pictures =
                new Pictures(name -> Optional.of(folder.resolve(name)).filter(Files::exists));
        for (ProjectExporter exporter : ForeignFormats.exporters()) {
            List<String> told = exporter.write(project, pictures, folder.resolve(exporter.name())).stream()
                    .filter(f -> f.code().equals("picture-other"))
                    .map(f -> f.image().orElseThrow().key())
                    .toList();
            assertEquals(List.of("pages.tif-1", "orientation-6.jpg-1"), told, exporter.name());
        }
    }

    private static ImageEntry with(String attribute, String value, String image) {
        return Foreign.image(image).withAttribute(attribute, new AttributeValue.Text(value));
    }
}
