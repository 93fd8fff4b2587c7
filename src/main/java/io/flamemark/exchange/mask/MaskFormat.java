package io.flamemark.exchange.mask;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders of PNG masks: those this program writes, with {@code masks.json}; and the common {@code images/} and
 * {@code masks/} with files of the same names, where masks of 8 bits hold classes (each blob is an object) and masks of
 * 16 bits hold objects.
 */
public final class MaskFormat implements ForeignFormat {

    static final String PICTURES = "images";
    static final String MASKS = "masks";

    @Override
    public String description() {
        return "a folder of masks";
    }

    @Override
    public boolean recognises(Sniffed content) {
        if (!content.folder()) {
            return content.object().filter(MaskListing::is).isPresent();
        }
        Path folder = content.path();
        return Files.isRegularFile(folder.resolve(MaskListing.FILE))
                || Files.isDirectory(folder.resolve(PICTURES)) && Files.isDirectory(folder.resolve(MASKS));
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        Path folder = content.folder() ? content.path() : content.path().getParent();
        MaskReader reader = new MaskReader(content.path(), folder);
        Path listing = content.folder() ? folder.resolve(MaskListing.FILE) : content.path();
        if (!Files.isRegularFile(listing)) {
            return reader.readPairs();
        }
        JsonObject root = content.object().isPresent()
                ? content.object().get()
                : JsonDocument.read(listing).root().asObject();
        return reader.readListed(MaskListing.of(root));
    }
}
