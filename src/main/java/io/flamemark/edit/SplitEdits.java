package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what images are for: to train on, to validate with, to test with. Kept in the file attribute {@code split}. */
public final class SplitEdits {

    private SplitEdits() {}

    /** Puts images into a split, or into none where {@code split} is empty. */
    public static Edit assign(Project project, Set<ImageId> images, Optional<String> split) {
        List<Edit> edits = new ArrayList<>();
        if (split.isPresent()) {
            declare(project, edits);
        }
        edits.add(new Edit.SetFileAttribute(images, SplitAttribute.NAME, split.map(AttributeValue.Text::new)));
        return new Edit.Compound("change the split", edits);
    }

    /** Puts each image into the split named with it. */
    public static Edit deal(Project project, Map<ImageId, String> splits) {
        List<Edit> edits = new ArrayList<>();
        declare(project, edits);
        for (String split : SplitAttribute.VALUES) {
            Set<ImageId> images = splits.keySet().stream()
                    .filter(image -> splits.get(image).equals(split))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!images.isEmpty()) {
                edits.add(new Edit.SetFileAttribute(
                        images, SplitAttribute.NAME, Optional.of(new AttributeValue.Text(split))));
            }
        }
        return new Edit.Compound("split the images by scene", edits);
    }

    private static void declare(Project project, List<Edit> edits) {
        if (!project.schema().file().containsKey(SplitAttribute.NAME)) {
            edits.add(declaring(project));
        }
    }

    private static Edit declaring(Project project) {
        Map<String, Attribute> file = new LinkedHashMap<>(project.schema().file());
        file.put(SplitAttribute.NAME, SplitAttribute.definition());
        return new Edit.SetSchema(new AttributeSchema(project.schema().region(), file), "declare the split");
    }
}
