package io.flamemark.app.train.config;

import io.flamemark.app.train.model.Words;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunWords;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;

/** One value of a {@link RunConfig} as a line of a property sheet. */
final class ConfigItem implements PropertySheet.Item {

    private static final ResourceBundle HELP =
            ResourceBundle.getBundle("io.flamemark.app.train.config.config-help", Locale.ROOT);
    private static final Pattern SHORT_FORM = Pattern.compile("\\b(fpn|nms|roi|rpn)\\b", Pattern.CASE_INSENSITIVE);

    private final RecordComponent group;
    private final RecordComponent field;
    private final Supplier<RunConfig> config;
    private final BiConsumer<String, Object> set;
    private final Consumer<String> onRefusal;
    private Object value;

    private ConfigItem(
            RecordComponent group,
            RecordComponent field,
            Supplier<RunConfig> config,
            BiConsumer<String, Object> set,
            Consumer<String> onRefusal) {
        this.group = group;
        this.field = field;
        this.config = config;
        this.set = set;
        this.onRefusal = onRefusal;
        reread();
    }

    /**
     * A line for every value in a group of a configuration.
     *
     * @param set given the path and the value that a person sets; throws {@link IllegalArgumentException} where it does
     *     not fit
     */
    static List<ConfigItem> all(
            Supplier<RunConfig> config, BiConsumer<String, Object> set, Consumer<String> onRefusal) {
        List<ConfigItem> items = new ArrayList<>();
        for (RecordComponent group : RunConfig.class.getRecordComponents()) {
            if (group.getType().isRecord()) {
                for (RecordComponent field : group.getType().getRecordComponents()) {
                    items.add(new ConfigItem(group, field, config, set, onRefusal));
                }
            }
        }
        return items;
    }

    /** The groups as a sheet titles them, in the order of the configuration. */
    static List<String> categories() {
        return Arrays.stream(RunConfig.class.getRecordComponents())
                .filter(c -> c.getType().isRecord())
                .map(c -> spaced(c.getName()))
                .toList();
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor cannot fail: " + component, e);
        }
    }

    /** The name of the value in {@code config.json}. */
    String path() {
        return group.getName() + "." + field.getName();
    }

    @Override
    public Class<?> getType() {
        return value.getClass();
    }

    @Override
    public String getCategory() {
        return spaced(group.getName());
    }

    @Override
    public String getName() {
        return spaced(field.getName());
    }

    @Override
    public String getDescription() {
        try {
            return Words.inLines(HELP.getString(path()));
        } catch (MissingResourceException e) {
            return "";
        }
    }

    /** Takes over what the configuration holds now: another value may have changed this one. */
    void reread() {
        value = read(field, read(group, config.get()));
    }

    @Override
    public Object getValue() {
        return value;
    }

    @Override
    public void setValue(Object next) {
        if (next == null || next.equals(value)) {
            // What was refused is no longer wanted.
            onRefusal.accept("");
            return;
        }
        Object before = value;
        try {
            // What follows rereads all lines: this one shows already what was set.
            value = next;
            set.accept(path(), next);
        } catch (IllegalArgumentException e) {
            value = before;
            refuse(inWords(e.getMessage()));
        }
    }

    /** Takes what a person typed for a number; a comma is a point to many. */
    void setNumber(String typed) {
        try {
            setValue(Double.valueOf(typed.strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            refuse(getName() + " has to be a number, not \"" + typed.strip() + "\".");
        }
    }

    private void refuse(String why) {
        onRefusal.accept(why + " It stays " + text() + ".");
    }

    /** The value as a person reads it. */
    String text() {
        return value instanceof Double number ? RunWords.number(number) : String.valueOf(value);
    }

    /** What the configuration says of a value, by the name that the line has. */
    private String inWords(String refusal) {
        return refusal.replaceFirst("^\"[^\"]*\": ", "").replaceFirst("^" + field.getName() + "\\b", getName());
    }

    @Override
    public Optional<ObservableValue<?>> getObservableValue() {
        return Optional.empty();
    }

    /** {@code minSize} as {@code Min size}, {@code proposalsAfterNms} as {@code Proposals after NMS}. */
    private static String spaced(String camel) {
        String words = camel.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return SHORT_FORM.matcher(sentence).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }
}
