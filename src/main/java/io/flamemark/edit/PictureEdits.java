package io.flamemark.edit;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which picture of its file an image is; see {@link PictureAttributes}. */
public final class PictureEdits {

    private PictureEdits() {}

    /** Takes all images of the project turned as their EXIF data says, or as they are stored. */
    public static Edit orientation(Project project, boolean upright) {
        Set<ImageId> all = project.images().stream().map(ImageEntry::id).collect(Collectors.toSet());
        return setting(
                project,
                all,
                PictureAttributes.ORIENTATION,
                PictureAttributes.orientationDefinition(),
                upright ? Optional.empty() : Optional.of(PictureAttributes.IGNORED),
                upright ? "turn the images as their EXIF data says" : "show the images as they are stored");
    }

    /** @param page from 0 */
    public static Edit page(Project project, ImageId image, int page) {
        return setting(
                project,
                Set.of(image),
                PictureAttributes.PAGE,
                PictureAttributes.pageDefinition(),
                page == 0 ? Optional.empty() : Optional.of(Integer.toString(page + 1)),
                "go to page " + (page + 1));
    }

    private static Edit setting(
            Project project,
            Set<ImageId> images,
            String name,
            Attribute definition,
            Optional<String> value,
            String description) {
        List<Edit> edits = new ArrayList<>();
        Map<String, Attribute> file = new LinkedHashMap<>(project.schema().file());
        if (value.isPresent() && file.putIfAbsent(name, definition) == null) {
            edits.add(new Edit.SetSchema(new AttributeSchema(project.schema().region(), file), description));
        }
        edits.add(new Edit.SetFileAttribute(images, name, value.map(AttributeValue.Text::new)));
        return new Edit.Compound(description, edits);
    }
}
