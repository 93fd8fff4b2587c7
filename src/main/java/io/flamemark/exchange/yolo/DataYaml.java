package io.flamemark.exchange.yolo;

import io.flamemark.exchange.part.ExchangeException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a YOLO data set's {@code data.yaml} says.
 *
 * @param root the member {@code path}, or empty
 * @param folders folders of pictures by {@code train}, {@code val} and {@code test}, as they are written
 * @param names of classes, by number
 */
record DataYaml(String root, Map<String, List<String>> folders, Map<Integer, String> names) {

    private static final int MOST_CLASSES = 100_000;

    /** @throws ExchangeException if it is beyond the simple YAML that data sets are described in, naming the line */
    static DataYaml parse(Path file, String text) throws ExchangeException {
        Map<String, YamlSubset.Node> members = YamlSubset.parse(file, text);
        Map<String, List<String>> folders = new LinkedHashMap<>();
        for (String split : List.of("train", "val", "test")) {
            if (members.containsKey(split)) {
                folders.put(split, members.get(split).texts());
            }
        }
        String root = members.containsKey("path")
                ? String.join("", members.get("path").texts())
                : "";
        return new DataYaml(root, folders, names(file, members.get("names")));
    }

    private static Map<Integer, String> names(Path file, YamlSubset.Node node) throws ExchangeException {
        Map<Integer, String> names = new TreeMap<>();
        if (node == null) {
            return names;
        }
        List<String> keys = node.keys();
        for (int i = 0; i < node.texts().size(); i++) {
            String key = keys.isEmpty() ? Integer.toString(i) : keys.get(i);
            if (!key.matches("\\d{1,6}") || Integer.parseInt(key) > MOST_CLASSES) {
                throw new ExchangeException(file, "names: \"" + key + "\" is no number of a class.");
            }
            names.put(Integer.parseInt(key), node.texts().get(i));
        }
        return names;
    }
}
