package io.flamemark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.ImportPlan.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

    private static final Shape A = new Shape.Rectangle(1, 2, 3, 4);
    private static final Shape B = new Shape.Rectangle(5, 6, 7, 8);
    private static final Shape C = new Shape.Rectangle(9, 9, 9, 9);

    private long last = 100;

    @Test
    void importingTheSameTwiceChangesNothingWhateverIsChosen() {
        Project open = project(image("a.jpg", 1, Map.of("split", new Text("train")), A, B));
        for (Choice choice : Choice.values()) {
            ImportOutcome outcome = ImportPlan.of(open, open).with(choice, this::id);
            assertEquals(open, outcome.next(), choice.toString());
            assertEquals(0, outcome.regionsAdded() + outcome.imagesAdded() + outcome.imagesChanged());
            assertTrue(new EditSession(open).apply(outcome.edit(open)) instanceof EditResult.Applied);
        }
        ImportOutcome merged = ImportPlan.of(open, open).with(Choice.MERGE, this::id);
        assertEquals("Nothing is new: 2 regions were there already.", merged.summary());
    }

    @Test
    void mergingAddsWhatIsMissingAndKeepsWhatDiffers() {
        Project open = project(image("a.jpg", 1, Map.of("split", new Text("train")), A, B));
        Project other = project(image("a.jpg", 1, Map.of("split", new Text("val"), "sky", new Text("clear")), B, C));
        ImportOutcome outcome = ImportPlan.of(open, other).with(Choice.MERGE, this::id);
        ImageEntry merged = outcome.next().images().get(0);
        assertEquals(List.of(A, B, C), shapes(merged));
        assertEquals(Map.of("split", new Text("train"), "sky", new Text("clear")), merged.attributes());
        assertEquals(List.of("attribute-kept"), codes(outcome));
        assertEquals("0 images added, 1 image changed; 1 region added, 1 was there already.", outcome.summary());
    }

    @Test
    void replacingTakesTheOthersRegions() {
        Project open = project(image("a.jpg", 1, Map.of("split", new Text("train")), A, B));
        ImportOutcome outcome =
                ImportPlan.of(open, project(image("a.jpg", 1, Map.of(), C))).with(Choice.REPLACE, this::id);
        assertEquals(List.of(C), shapes(outcome.next().images().get(0)));
        assertEquals(Map.of(), outcome.next().images().get(0).attributes());
        assertEquals(2, outcome.regionsReplaced());
    }

    @Test
    void aNameWithAccentsIsTheSameHoweverTheyAreSpelled() {
        ImageEntry composed = image("\u00e9t\u00e9.jpg", 1, Map.of(), A);
        ImageEntry decomposed = image("photos/e\u0301te\u0301.jpg", 2, Map.of(), B);
        assertEquals(0, ImportPlan.of(project(composed), project(decomposed)).newImages());
        assertEquals(0, ImportPlan.of(project(decomposed), project(composed)).newImages());
    }

    @Test
    void skippingAddsNewImagesOnly() {
        Project open = project(image("a.jpg", 1, Map.of(), A));
        Project other = project(image("a.jpg", 1, Map.of(), B), image("b.jpg", 2, Map.of(), C));
        ImportPlan plan = ImportPlan.of(open, other);
        assertEquals(1, plan.newImages());
        ImportOutcome outcome = plan.with(Choice.SKIP, this::id);
        assertEquals(open.images().get(0), outcome.next().images().get(0));
        assertEquals(List.of(C), shapes(outcome.next().images().get(1)));
        assertEquals(1, outcome.imagesAdded());
    }

    @Test
    void identitiesAreNewAndUnique() {
        Project open = project(image("a.jpg", 1, Map.of(), A));
        ImportOutcome outcome =
                ImportPlan.of(open, project(image("b.jpg", 2, Map.of(), A, B))).with(Choice.MERGE, this::id);
        List<RegionId> ids = outcome.next().images().stream()
                .flatMap(i -> i.regions().stream())
                .map(Region::id)
                .toList();
        assertEquals(3, new HashSet<>(ids).size());
    }

    @Test
    void theSameImageIsFoundByKeyByNameAndByBaseName() {
        Project open =
                project(image("pics/a.jpg", 1, Map.of()), image("b.jpg", 2, Map.of()), image("x/c.jpg", 3, Map.of()));
        Project other = project(
                image("pics/a.jpg", 77, Map.of()),
                image("elsewhere\\b.jpg", 2, Map.of()),
                image("new.jpg", 3, Map.of()));
        assertEquals(
                Map.of(
                        new ImageId("pics/a.jpg77"), new ImageId("pics/a.jpg1"),
                        new ImageId("elsewhere\\b.jpg2"), new ImageId("b.jpg2")),
                ImportPlan.of(open, other).shared());
        Project twice = project(image("1/b.jpg", 5, Map.of()), image("2/b.jpg", 6, Map.of()));
        assertEquals(Map.of(), ImportPlan.of(open, twice).shared());
    }

    @Test
    void whatNobodyCouldDrawStaysInItsFile() {
        Project other = project(image("b.jpg", 2, Map.of(), new Shape.Unreadable("blob", "it is a blob"), A));
        ImportOutcome outcome = ImportPlan.of(Project.empty("p"), other).with(Choice.MERGE, this::id);
        assertEquals(List.of(A), shapes(outcome.next().images().get(0)));
        assertEquals(List.of("region-not-imported"), codes(outcome));
    }

    @Test
    void definitionsAreUnited() {
        Attribute text = new Attribute(Type.TEXT, "", List.of(), List.of());
        Attribute mine = new Attribute(Type.DROPDOWN, "mine", List.of(new Option("fire", "")), List.of("fire"));
        Attribute theirs = new Attribute(Type.RADIO, "theirs", List.of(new Option("smoke", "")), List.of());
        AttributeSchema merged = SchemaMerge.of(
                new AttributeSchema(Map.of("class", mine, "free", text), Map.of()),
                new AttributeSchema(Map.of("class", theirs, "free", theirs, "more", text), Map.of("split", theirs)));
        assertEquals(
                new Attribute(
                        Type.DROPDOWN,
                        "mine",
                        List.of(new Option("fire", ""), new Option("smoke", "")),
                        List.of("fire")),
                merged.region().get("class"));
        assertEquals(theirs, merged.region().get("free"));
        assertEquals(text, merged.region().get("more"));
        assertEquals(theirs, merged.file().get("split"));
    }

    private RegionId id() {
        return new RegionId(++last);
    }

    private Project project(ImageEntry... images) {
        return Project.empty("p").withImages(List.of(images));
    }

    private ImageEntry image(String name, long size, Map<String, AttributeValue> attributes, Shape... shapes) {
        List<Region> regions = new ArrayList<>();
        for (Shape shape : shapes) {
            regions.add(new Region(id(), shape, Map.of("class", new Text("fire"))));
        }
        return new ImageEntry(new ImageId(name + size), name, size, regions, attributes);
    }

    private static List<Shape> shapes(ImageEntry image) {
        return image.regions().stream().map(Region::shape).toList();
    }

    private static List<String> codes(ImportOutcome outcome) {
        return outcome.findings().stream().map(Finding::code).toList();
    }
}
