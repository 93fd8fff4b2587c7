package io.flamemark.exchange.voc;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.exchange.part.AreaObject;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.imaging.ImageDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The XML of one picture as Pascal VOC has it. */
final class VocText {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private VocText() {}

    static String of(String filename, Optional<ImageDecoder.Size> size, boolean segmented, List<AreaObject> objects) {
        VocText xml = new VocText();
        xml.open("annotation").field("folder", VocFormat.PICTURES).field("filename", filename);
        if (size.isPresent()) {
            xml.open("size")
                    .field("width", size.get().width())
                    .field("height", size.get().height())
                    .field("depth", 3)
                    .close("size");
        }
        xml.field("segmented", segmented ? 1 : 0);
        objects.forEach(object -> xml.object(object, box(object, size)));
        return xml.close("annotation").out.toString();
    }

    /** The box around all parts, on pixel edges, and inside of the picture where its size is known. */
    static Box box(AreaObject object, Optional<ImageDecoder.Size> size) {
        List<Point> points =
                object.parts().stream().flatMap(p -> p.vertices().stream()).toList();
        Box exact = Box.around(points);
        Box whole =
                new Box(Math.floor(exact.x1()), Math.floor(exact.y1()), Math.ceil(exact.x2()), Math.ceil(exact.y2()));
        return size.map(s -> whole.clippedTo(s.width(), s.height())).orElse(whole);
    }

    private void object(AreaObject object, Box box) {
        open("object")
                .field("name", object.className())
                .field("pose", "Unspecified")
                .field("truncated", 0)
                .field("difficult", 0);
        // The corners are pixels that belong to the box, counted from 1.
        open("bndbox")
                .field("xmin", (long) box.x1() + 1)
                .field("ymin", (long) box.y1() + 1)
                .field("xmax", (long) box.x2())
                .field("ymax", (long) box.y2())
                .close("bndbox");
        attributes(object.attributes());
        close("object");
    }

    private void attributes(Map<String, AttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        open("attributes");
        attributes.forEach((name, value) -> open("attribute")
                .field("name", name)
                .field("value", value.display())
                .close("attribute"));
        close("attributes");
    }

    private VocText open(String element) {
        indent().append('<').append(element).append(">\n");
        depth++;
        return this;
    }

    private VocText close(String element) {
        depth--;
        indent().append("</").append(element).append(">\n");
        return this;
    }

    private VocText field(String element, Object value) {
        indent().append('<').append(element).append('>');
        escape(value.toString());
        out.append("</").append(element).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return out.append("\t".repeat(depth));
    }

    /** XML has no way to write most control characters and half pairs; they become question marks. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(isAllowed(c) ? c : '?');
            }
        });
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000 || c == '\t' || c == '\n';
    }
}
