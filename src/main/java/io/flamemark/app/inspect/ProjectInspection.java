package io.flamemark.app.inspect;

import io.flamemark.annotation.Project;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.DatasetBuilder;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.PictureCopies;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.FirePixels;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.imaging.Thumbnails;
import io.flamemark.run.RunStore;
import io.flamemark.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The images and runs of a project on disk. */
public final class ProjectInspection implements InspectFiles {

    private final Project project;
    private final Path file;
    private final ImageLocator locator;
    private final RunStore store;
    private final ImageDecoder decoder = new ImageDecoder();
    private final PictureCopies pictures = new PictureCopies();

    /**
     * @param project as it is on the screen
     * @param file where it is saved
     * @param locator finds its images
     */
    public ProjectInspection(Project project, Path file, ImageLocator locator, RunStore store) {
        this.project = project;
        this.file = file;
        this.locator = locator;
        this.store = store;
    }

    @Override
    public Dataset data() throws IOException {
        return pictures.of(new DatasetBuilder().build(project, file, locator).dataset());
    }

    @Override
    public List<RunSummary> runs() throws IOException {
        return store.list();
    }

    @Override
    public RgbImage decode(Path image) throws IOException {
        return decoder.decode(image);
    }

    @Override
    public RgbImage thumbnail(Path image, int side) throws IOException {
        return Thumbnails.of(decoder.decode(image), side);
    }

    @Override
    public Mask firePixels(RgbImage image) {
        return FirePixels.find(image, FirePixels.Settings.DEFAULT);
    }
}
