package io.flamemark.app.inspect;

import io.flamemark.dataset.Dataset;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files behind the Inspect workspace. Every method may take long and is called in the background. */
public interface InspectFiles {

    /** The images of the project with their truth, by split. */
    Dataset data() throws IOException;

    /** The runs beside the project, newest first. */
    List<RunSummary> runs() throws IOException;

    /** @throws IOException if it cannot be read; the message names the file */
    RgbImage decode(Path image) throws IOException;

    /** The image, shrunk so that neither side exceeds {@code side} pixels. */
    RgbImage thumbnail(Path image, int side) throws IOException;

    /** The pixels the chromatic rule takes for fire. */
    Mask firePixels(RgbImage image);
}
