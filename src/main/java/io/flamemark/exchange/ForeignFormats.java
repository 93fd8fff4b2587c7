package io.flamemark.exchange;

import io.flamemark.exchange.coco.CocoFormat;
import io.flamemark.exchange.coco.CocoWriter;
import io.flamemark.exchange.geojson.GeoJsonWriter;
import io.flamemark.exchange.labelme.LabelmeFormat;
import io.flamemark.exchange.labelme.LabelmeWriter;
import io.flamemark.exchange.mask.MaskFormat;
import io.flamemark.exchange.mask.MaskWriter;
import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.exchange.via3.Via3Format;
import io.flamemark.exchange.voc.VocFormat;
import io.flamemark.exchange.voc.VocWriter;
import io.flamemark.exchange.yolo.YoloFormat;
import io.flamemark.exchange.yolo.YoloWriter;
import java.util.List;
import java.util.Optional;

/** All formats of other programs that this one knows. */
public final class ForeignFormats {

    private static final List<ForeignFormat> READ = List.of(
            new CocoFormat(),
            new VocFormat(),
            new YoloFormat(),
            new LabelmeFormat(),
            new MaskFormat(),
            new Via3Format());
    private static final List<ProjectExporter> WRITTEN = List.of(
            new CocoWriter(),
            new YoloWriter(),
            new LabelmeWriter(),
            new VocWriter(),
            new MaskWriter(),
            new GeoJsonWriter());

    private ForeignFormats() {}

    /** The first format that the content is of. */
    public static Optional<ForeignFormat> of(Sniffed content) {
        return READ.stream().filter(format -> format.recognises(content)).findFirst();
    }

    /** What a project can be written as, in the order they are offered. */
    public static List<ProjectExporter> exporters() {
        return WRITTEN;
    }
}
