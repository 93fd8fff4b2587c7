package io.flamemark.exchange.via3;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Projects of VIA 3, as far as they annotate images; what is marked in the time of a video or a sound is left out and told.
 * Source: VIA 3.0.10, data formats 3.1.0 and 3.1.1.
 */
public final class Via3Format implements ForeignFormat {

    @Override
    public String description() {
        return "a VIA 3 project";
    }

    @Override
    public boolean recognises(Sniffed content) {
        return content.hasAll("project", "file", "metadata", "view");
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        Path path = content.path();
        JsonObject root = content.object().orElseThrow();
        String name = root.object("project").stringOr("pname", "");
        return new Via3Reader(root, new ProjectBuilder(path, path.getParent())).read(name);
    }
}
