package io.flamemark.edit;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.FindingList;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Carries out an {@link ImportPlan}. */
final class ImportWork {

    private final ImportPlan plan;
    private final ImportPlan.Choice choice;
    private final Supplier<RegionId> ids;
    private final FindingList findings;
    private final Map<ImageId, ImageEntry> images;
    private int imagesAdded;
    private int imagesChanged;
    private int regionsAdded;
    private int regionsKnown;
    private int regionsReplaced;

    ImportWork(ImportPlan plan, ImportPlan.Choice choice, Supplier<RegionId> ids) {
        this.plan = plan;
        this.choice = choice;
        this.ids = ids;
        this.findings = new FindingList(plan.from().name());
        this.images = new LinkedHashMap<>(plan.into().byId());
    }

    /** What makes two regions the same. */
    private record Content(Shape shape, Map<String, AttributeValue> attributes) {

        static Content of(Region region) {
            return new Content(region.shape(), region.attributes());
        }
    }

    ImportOutcome done() {
        for (ImageEntry image : plan.from().images()) {
            ImageId same = plan.shared().get(image.id());
            if (same == null) {
                add(image);
            } else {
                change(images.get(same), image);
            }
        }
        Project next = plan.into()
                .withImages(List.copyOf(images.values()))
                .withSchema(SchemaMerge.of(plan.into().schema(), plan.from().schema()));
        return new ImportOutcome(
                next, imagesAdded, imagesChanged, regionsAdded, regionsKnown, regionsReplaced, findings.all());
    }

    private void add(ImageEntry image) {
        List<Region> regions = taken(image, Set.of());
        images.put(image.id(), image.withRegions(regions));
        imagesAdded++;
        regionsAdded += regions.size();
    }

    private void change(ImageEntry known, ImageEntry image) {
        if (choice == ImportPlan.Choice.SKIP) {
            return;
        }
        ImageEntry next = choice == ImportPlan.Choice.MERGE ? merged(known, image) : replaced(known, image);
        if (!next.equals(known)) {
            imagesChanged++;
            images.put(known.id(), next);
        }
    }

    private ImageEntry merged(ImageEntry known, ImageEntry image) {
        Set<Content> there = new HashSet<>();
        known.regions().forEach(region -> there.add(Content.of(region)));
        List<Region> more = taken(image, there);
        regionsAdded += more.size();
        List<Region> all = new ArrayList<>(known.regions());
        all.addAll(more);
        ImageEntry next = known.withRegions(all);
        for (Map.Entry<String, AttributeValue> attribute : image.attributes().entrySet()) {
            AttributeValue was = known.attributes().get(attribute.getKey());
            if (was == null) {
                next = next.withAttribute(attribute.getKey(), attribute.getValue());
            } else if (!was.equals(attribute.getValue())) {
                findings.note(
                        "attribute-kept",
                        known,
                        "\"" + known.filename() + "\" keeps its " + attribute.getKey() + " \"" + was.display()
                                + "\"; the imported file says \""
                                + attribute.getValue().display() + "\".");
            }
        }
        return next;
    }

    private ImageEntry replaced(ImageEntry known, ImageEntry image) {
        List<Region> regions = taken(image, Set.of());
        boolean same = contents(regions).equals(contents(known.regions()));
        if (same) {
            regionsKnown += regions.size();
        } else {
            regionsReplaced += known.regions().size();
            regionsAdded += regions.size();
        }
        return new ImageEntry(
                known.id(), known.filename(), known.size(), same ? known.regions() : regions, image.attributes());
    }

    private static List<Content> contents(List<Region> regions) {
        return regions.stream().map(Content::of).toList();
    }

    /** Regions with identities of their own; those already there and those that nobody could draw are left out. */
    private List<Region> taken(ImageEntry image, Set<Content> there) {
        List<Region> taken = new ArrayList<>();
        for (int i = 0; i < image.regions().size(); i++) {
            Region region = image.regions().get(i);
            Optional<String> flaw = ShapeRules.flawOf(region.shape());
            if (flaw.isPresent()) {
                findings.region(
                        Severity.WARNING,
                        "region-not-imported",
                        image,
                        i,
                        "is not imported: " + flaw.get() + " It stays in its own file.");
            } else if (there.contains(Content.of(region))) {
                regionsKnown++;
            } else {
                taken.add(new Region(ids.get(), region.shape(), region.attributes()));
            }
        }
        return taken;
    }
}
