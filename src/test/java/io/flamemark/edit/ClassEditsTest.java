package io.flamemark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.SplitAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClassEditsTest {

    @Test
    @DisplayName("where a project has no class attribute, a dropdown is declared with the old class and the new one")
    void declares() {
        Project next = assigned(Projects.twoImages(), "smoke");
        assertEquals(List.of("fire", "smoke"), ClassScheme.of(next).classes());
        assertEquals("smoke", classOfFirst(next));
        assertEquals(Type.DROPDOWN, next.schema().region().get("class").type());
    }

    @Test
    @DisplayName("a dropdown that lacks the class gets it, and keeps its description and defaults")
    void extendsDropdown() {
        Attribute declared =
                new Attribute(Type.DROPDOWN, "what burns", List.of(new Option("wood", "")), List.of("wood"));
        Project next = assigned(with("kind", declared), "oil");
        assertEquals(List.of("wood", "oil"), ClassScheme.of(next).classes());
        assertEquals("what burns", next.schema().region().get("kind").description());
        assertEquals(List.of("wood"), next.schema().region().get("kind").defaults());
        assertEquals("oil", classOfFirst(next));
    }

    @Test
    @DisplayName("a checkbox gets a checked option, a text its text")
    void otherTypes() {
        Project boxes = assigned(with("class", new Attribute(Type.CHECKBOX, "", List.of(), List.of())), "fire");
        assertEquals(
                new AttributeValue.Choices(Map.of("fire", true)),
                first(boxes).attributes().get("class"));
        Project text = assigned(with("name", new Attribute(Type.TEXT, "", List.of(), List.of())), "fire");
        assertEquals(new AttributeValue.Text("fire"), first(text).attributes().get("name"));
        assertTrue(text.schema().region().get("name").options().isEmpty());
    }

    @Test
    @DisplayName("a new region carries its class and the declared defaults of the rest")
    void newRegion() {
        Project project = with("class", new Attribute(Type.DROPDOWN, "", List.of(new Option("fire", "")), List.of()));
        Map<String, Attribute> region = new LinkedHashMap<>(project.schema().region());
        region.put("note", new Attribute(Type.TEXT, "", List.of(), List.of("by hand")));
        region.put("empty", new Attribute(Type.TEXT, "", List.of(), List.of("")));
        Project richer = project.withSchema(new AttributeSchema(region, Map.of()));
        assertEquals(
                Map.of("class", new AttributeValue.Text("fire"), "note", new AttributeValue.Text("by hand")),
                ClassEdits.newRegion(richer, "fire"));
        assertEquals(Map.of(), ClassEdits.newRegion(Projects.twoImages(), "fire"));
    }

    @Test
    @DisplayName("the split is declared once and can be taken away again")
    void split() {
        Project project = Projects.twoImages();
        Project train = apply(SplitEdits.assign(project, Set.of(Projects.FIRST), Optional.of("train")), project);
        assertEquals(SplitAttribute.definition(), train.schema().file().get("split"));
        assertEquals(Optional.of("train"), SplitAttribute.of(train.images().get(0)));
        assertEquals(Optional.empty(), SplitAttribute.of(train.images().get(1)));
        Project none = apply(SplitEdits.assign(train, Set.of(Projects.FIRST), Optional.empty()), train);
        assertEquals(Optional.empty(), SplitAttribute.of(none.images().get(0)));
        assertEquals(train.schema(), none.schema());
    }

    private static Project assigned(Project project, String name) {
        return apply(ClassEdits.assign(project, Projects.FIRST, Set.of(Projects.ONE), name), project);
    }

    private static Project apply(Edit edit, Project project) {
        return ((EditResult.Applied) edit.applyTo(project)).next();
    }

    private static Project with(String name, Attribute attribute) {
        return Projects.twoImages().withSchema(new AttributeSchema(Map.of(name, attribute), Map.of()));
    }

    private static Region first(Project project) {
        return project.images().get(0).regions().get(0);
    }

    private static String classOfFirst(Project project) {
        return ClassScheme.of(project).classOf(first(project));
    }
}
