package io.flamemark.exchange.coco;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import java.io.IOException;
import java.util.Optional;

/**
 * COCO's instance annotations, as everybody writes them: polygons in one or several parts, run lengths, boxes alone;
 * with or without {@code info}; also the flat lists and textual ids of VIA 2.0.8. Source: the COCO data format.
 */
public final class CocoFormat implements ForeignFormat {

    @Override
    public String description() {
        return "a COCO file";
    }

    @Override
    public Optional<String> exporter() {
        return Optional.of(CocoWriter.NAME);
    }

    @Override
    public boolean recognises(Sniffed content) {
        return content.hasAll("images", "annotations");
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        return new CocoReader(content.path(), content.object().orElseThrow()).read();
    }
}
