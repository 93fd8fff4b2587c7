package io.flamemark.exchange.part;

import java.io.IOException;
import java.util.Optional;

/** A format of another program that projects are read from. Stateless. */
public interface ForeignFormat {

    /** As it goes after "this is": {@code a COCO file}. */
    String description();

    /** The {@link ProjectExporter#name} of what writes the same single file; empty where nothing does. */
    default Optional<String> exporter() {
        return Optional.empty();
    }

    /** Whether the content is of this format; cheap, and never throws. */
    boolean recognises(Sniffed content);

    /**
     * Reads a file that {@link #recognises}.
     *
     * @throws ExchangeException if it cannot be read, with one sentence for the person
     * @throws io.flamemark.files.JsonException if its JSON does not hold what it must
     */
    Imported read(Sniffed content) throws IOException;
}
