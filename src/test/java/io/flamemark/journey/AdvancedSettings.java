package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.PropertySheet.Item;

/** The property sheet of the Train workspace, filled in field by field. */
record AdvancedSettings(Journey journey, PropertySheet sheet) {

    /** Opens the sheet and waits for what the preset puts into it. */
    static AdvancedSettings unfold(Journey journey) {
        TitledPane advanced = journey.find("advanced", TitledPane.class);
        journey.onWindow(() -> {
            advanced.setExpanded(true);
            return null;
        });
        PropertySheet sheet = journey.findStyled("property-sheet", PropertySheet.class);
        AdvancedSettings settings = new AdvancedSettings(journey, sheet);
        journey.await("the fields of the preset", () -> journey.onWindow(settings::isFilled));
        return settings;
    }

    private boolean isFilled() {
        return !sheet.getItems().isEmpty()
                && sheet.getItems().stream().allMatch(item -> field(item).isPresent());
    }

    /** Enters a value into a field, which is named as in {@code config.json}. */
    void enter(String name, Object value) {
        Item item = sheet.getItems().stream()
                .filter(it -> name.equals(camel(it.getCategory()) + "." + camel(it.getName())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no setting " + name));
        Node field = journey.onWindow(() -> unfoldAround(field(item).orElseThrow()));
        journey.await("the field of " + name, () -> journey.onWindow(() -> isSeen(field)));
        journey.onWindow(() -> type(value.toString(), field));
        assertEquals(value.toString(), journey.onWindow(item::getValue).toString(), name);
    }

    /** Only what can be seen can be typed into. */
    private static Node unfoldAround(Node field) {
        for (Node node = field; node != null; node = node.getParent()) {
            if (node instanceof TitledPane pane) {
                pane.setExpanded(true);
            }
        }
        return field;
    }

    private static boolean isSeen(Node field) {
        return Stream.iterate(field, node -> node != null, Node::getParent).allMatch(Node::isVisible);
    }

    @SuppressWarnings("unchecked")
    private Node type(String value, Node field) {
        if (field instanceof TextInputControl text) {
            text.requestFocus();
            text.setText(value);
            // A number counts once its field is left.
            sheet.requestFocus();
        } else {
            ((ComboBox<String>) field).setValue(value);
        }
        return field;
    }

    /** What stands beside the label with the setting's name. */
    private Optional<Node> field(Item item) {
        return within(sheet)
                .filter(node -> node instanceof Label label && item.getName().equals(label.getText()))
                .flatMap(label -> Stream.ofNullable(((Label) label).getLabelFor()))
                .findFirst();
    }

    private static Stream<Node> within(Node node) {
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(AdvancedSettings::within)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }

    /** {@code Min size} as {@code minSize}. */
    private static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
