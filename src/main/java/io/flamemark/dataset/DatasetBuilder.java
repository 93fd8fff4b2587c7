package io.flamemark.dataset;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a dataset of a project: finds and measures the images, turns regions into instances, and deals the images out by
 * their file attribute {@code split}, or by {@link Split#byHash} where no image has one. Whatever cannot be used is left
 * out and reported, never silently. An image without regions is a sample: it shows what is not fire.
 */
public final class DatasetBuilder {

    private final ImageDecoder decoder;

    public DatasetBuilder() {
        this(new ImageDecoder());
    }

    public DatasetBuilder(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * A dataset and what was found while making it.
     *
     * @param findings in the order of the images; errors say what was left out
     */
    public record Result(Dataset dataset, List<Finding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** What became of one image: no sample where it cannot be used. */
    private record Reading(ImageEntry entry, Optional<Sample> sample, List<Finding> findings) {}

    /** @param projectFile where the project lies; images are looked for from there, see {@link ImageLocator} */
    public Result build(Project project, Path projectFile) {
        return build(project, projectFile, new ImageLocator(projectFile, project.imageFolder()));
    }

    /** As {@link #build(Project, Path)}, with images looked for by {@code locator}. */
    public Result build(Project project, Path projectFile, ImageLocator locator) {
        ClassScheme scheme = ClassScheme.of(project);
        LabelMap labels = new LabelMap(scheme.classes());
        List<Reading> readings = project.images().parallelStream()
                .map(entry -> read(entry, new Findings(projectFile, entry), locator, scheme, labels))
                .toList();
        List<Finding> findings = new ArrayList<>();
        readings.forEach(r -> findings.addAll(r.findings()));
        boolean split =
                project.images().stream().anyMatch(e -> SplitAttribute.of(e).isPresent());
        Split parts = split
                ? byAttribute(readings, projectFile, findings)
                : Split.byHash(
                        readings.stream().flatMap(r -> r.sample().stream()).toList());
        return new Result(new Dataset(labels, parts.train(), parts.validation(), parts.test()), findings);
    }

    private Reading read(
            ImageEntry entry, Findings findings, ImageLocator locator, ClassScheme scheme, LabelMap labels) {
        Optional<Path> file = locator.find(entry.filename());
        if (file.isEmpty()) {
            findings.add(findings.picture().notFound(locator));
            return new Reading(entry, Optional.empty(), findings.all());
        }
        try {
            Rendering rendering = PictureOf.rendering(entry);
            ImageDecoder.Size size = decoder.size(file.get(), rendering);
            if (PictureOf.isOtherWayUp(entry, file.get(), size, decoder)) {
                findings.add(findings.picture().otherWayUp(rendering));
            }
            List<Instance> instances = new InstanceReader(scheme, labels, findings).read(entry, size);
            Sample sample = new Sample(entry.id().key(), file.get(), size.width(), size.height(), instances, rendering);
            return new Reading(entry, Optional.of(sample), findings.all());
        } catch (IOException e) {
            findings.add(findings.picture().unreadable(e.getMessage()));
            return new Reading(entry, Optional.empty(), findings.all());
        }
    }

    private static Split byAttribute(List<Reading> readings, Path projectFile, List<Finding> findings) {
        List<Sample> train = new ArrayList<>();
        List<Sample> validation = new ArrayList<>();
        List<Sample> test = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.sample().isEmpty()) {
                continue;
            }
            List<Sample> part = switch (splitOf(reading.entry(), projectFile, findings)) {
                case TRAIN -> train;
                case VALIDATION -> validation;
                case TEST -> test;
            };
            part.add(reading.sample().get());
        }
        return new Split(train, validation, test);
    }

    private static SplitName splitOf(ImageEntry entry, Path projectFile, List<Finding> findings) {
        Optional<String> text = SplitAttribute.of(entry);
        Optional<SplitName> name = text.flatMap(SplitName::parse);
        if (name.isEmpty()) {
            Findings about = new Findings(projectFile, entry);
            about.image(
                    Severity.WARNING,
                    "split-unknown",
                    "Image %s has %s; it is used for training"
                            .formatted(
                                    entry.filename(),
                                    text.map(t -> "split '" + t + "', not train, val or test")
                                            .orElse("no split")));
            findings.addAll(about.all());
        }
        return name.orElse(SplitName.TRAIN);
    }
}
