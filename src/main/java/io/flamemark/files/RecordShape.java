package io.flamemark.files;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a kind of record is made of, looked up once: to ask the class anew for each of a log's hundred thousand lines
 * takes most of the time to read them.
 *
 * @param kind what its JSON is called where it is one of several kinds, those of a sealed interface
 */
record RecordShape(List<Part> parts, Constructor<?> constructor, Optional<String> kind) {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return look(type);
        }
    };

    private static final ClassValue<Map<String, Class<?>>> KINDS = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
            Map<String, Class<?>> kinds = new LinkedHashMap<>();
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                kinds.put(nameOf(kind), kind);
            }
            return kinds;
        }
    };

    /** One component. */
    record Part(String name, Type type, boolean isOptional, Method accessor) {

        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be read", e);
            }
        }
    }

    /** @throws IllegalArgumentException if the type is no record */
    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The records of a sealed interface, by what their JSON is called. */
    static Map<String, Class<?>> kinds(Class<?> sealed) {
        return KINDS.get(sealed);
    }

    /** @throws InvocationTargetException if the record refuses the values */
    Object construct(Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(constructor + " cannot be used", e);
        }
    }

    private static RecordShape look(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            boolean isOneOfSeveral = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
            return new RecordShape(
                    Arrays.stream(components).map(RecordShape::part).toList(),
                    constructor,
                    isOneOfSeveral ? Optional.of(nameOf(type)) : Optional.empty());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no constructor", e);
        }
    }

    private static Part part(RecordComponent component) {
        component.getAccessor().setAccessible(true);
        return new Part(
                component.getName(),
                component.getGenericType(),
                component.getType() == Optional.class,
                component.getAccessor());
    }

    private static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
