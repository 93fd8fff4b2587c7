package io.flamemark.exchange.voc;

import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.voc.VocAnnotation.VocObject;
import io.flamemark.geometry.Box;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of Pascal VOC as a stream. Document types, and with them entities of all kinds, are refused: no
 * annotation needs one, and they are how a small file takes all memory or reads other files.
 */
final class VocXml {

    private static final long LARGEST = 64L << 20;
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int MOST_OBJECTS = 200_000;

    private final Path file;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<VocObject> objects = new ArrayList<>();
    private Map<String, String> object = new LinkedHashMap<>();
    private Map<String, String> attributes = new LinkedHashMap<>();
    private String attribute = "";

    private VocXml(Path file) {
        this.file = file;
    }

    /** @throws ExchangeException if it is no XML, no annotation, or hostile, naming the line */
    static VocAnnotation read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ExchangeException(file, "the file is larger than " + (LARGEST >> 20) + " MB; split it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            try {
                return new VocXml(file).annotation(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new ExchangeException(
                    file, "line " + line + ": this is no XML that can be read; mend it, or restore it from a copy.", e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private VocAnnotation annotation(XMLStreamReader reader) throws XMLStreamException, ExchangeException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw problem(
                            reader, "it declares a document type or uses an entity of its own, which is not read");
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                default -> {}
            }
        }
        return new VocAnnotation(
                fields.getOrDefault("filename", ""), whole(fields.get("width")), whole(fields.get("height")), objects);
    }

    private void start(XMLStreamReader reader) throws ExchangeException {
        path.addLast(reader.getLocalName());
        text.setLength(0);
        if (path.size() == 1 && !reader.getLocalName().equals("annotation")) {
            throw problem(reader, "it begins with <" + reader.getLocalName() + "> instead of <annotation>");
        }
        if (path.size() > DEEPEST) {
            throw problem(reader, "its elements are nested deeper than " + DEEPEST);
        }
    }

    private void characters(XMLStreamReader reader) throws ExchangeException {
        if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
            throw problem(reader, "it has a text longer than " + LONGEST_TEXT + " characters");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private void end(XMLStreamReader reader) throws ExchangeException {
        String at = String.join("/", path);
        String value = text.toString().strip();
        switch (at) {
            case "annotation/filename" -> fields.put("filename", value);
            case "annotation/size/width" -> fields.put("width", value);
            case "annotation/size/height" -> fields.put("height", value);
            case "annotation/object/name" -> object.put("name", value);
            case "annotation/object/attributes/attribute/name" -> attribute = value;
            case "annotation/object/attributes/attribute/value" -> attributes.put(attribute, value);
            case "annotation/object" -> finishObject(reader);
            default -> {
                if (at.startsWith("annotation/object/bndbox/")) {
                    object.put(path.getLast(), value);
                } else if (path.size() == 3 && at.startsWith("annotation/object/") && isOfInterest(value)) {
                    attributes.put(path.getLast(), value);
                }
            }
        }
        path.removeLast();
        text.setLength(0);
    }

    /** What VOC says of every object, {@code <truncated>0</truncated>}, says something only where it is not the usual. */
    private static boolean isOfInterest(String value) {
        return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("Unspecified");
    }

    private void finishObject(XMLStreamReader reader) throws ExchangeException {
        if (objects.size() == MOST_OBJECTS) {
            throw problem(reader, "it has more than " + MOST_OBJECTS + " objects");
        }
        objects.add(new VocObject(object.getOrDefault("name", ""), box(), attributes));
        object = new LinkedHashMap<>();
        attributes = new LinkedHashMap<>();
    }

    private Optional<Box> box() {
        double x1 = number("xmin") - 1;
        double y1 = number("ymin") - 1;
        double x2 = number("xmax");
        double y2 = number("ymax");
        return Double.isFinite(x1 + y1 + x2 + y2) ? Optional.of(new Box(x1, y1, x2, y2)) : Optional.empty();
    }

    private double number(String key) {
        try {
            return Double.parseDouble(object.getOrDefault(key, "NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static long whole(String text) {
        return text != null && text.matches("\\d{1,7}") ? Long.parseLong(text) : 0;
    }

    private ExchangeException problem(XMLStreamReader reader, String what) {
        int line = reader.getLocation().getLineNumber();
        return new ExchangeException(file, "line " + line + ": " + what + "; use a plain VOC annotation.");
    }
}
