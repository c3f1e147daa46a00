package org.ficelle.graph;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.model.Labelled;
import org.jspecify.annotations.Nullable;

/** The properties of one element while they are put together or read. */
final class PropertyValues {

    private final SortedMap<String, Object> values;

    PropertyValues() {
        this.values = new TreeMap<>();
    }

    PropertyValues(SortedMap<String, Object> values) {
        this.values = values;
    }

    SortedMap<String, Object> values() {
        return values;
    }

    PropertyValues put(String name, @Nullable Object value) {
        if (value instanceof Labelled labelled) {
            values.put(name, labelled.label());
        } else if (value instanceof Integer number) {
            values.put(name, number.longValue());
        } else if (value instanceof Collection<?> items) {
            values.put(name, List.copyOf(items));
        } else if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** A list that is mostly empty and is then left out. */
    PropertyValues putAny(String name, Collection<String> items) {
        return items.isEmpty() ? this : put(name, items);
    }

    String text(String name) {
        return require(name, String.class);
    }

    @Nullable
    String textOrNull(String name) {
        return find(name, String.class);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(find(name, Boolean.class));
    }

    double number(String name) {
        return require(name, Double.class);
    }

    @Nullable
    Integer integerOrNull(String name) {
        Long number = find(name, Long.class);
        return number == null ? null : Math.toIntExact(number);
    }

    @Nullable
    LocalDate dateOrNull(String name) {
        return find(name, LocalDate.class);
    }

    List<String> texts(String name) {
        List<?> items = find(name, List.class);
        return items == null
                ? List.of()
                : items.stream().map(String.class::cast).toList();
    }

    <E extends Enum<E> & Labelled> E label(Class<E> type, String name) {
        return Labelled.of(type, text(name));
    }

    <E extends Enum<E> & Labelled> @Nullable E labelOrNull(Class<E> type, String name) {
        String label = textOrNull(name);
        return label == null ? null : Labelled.of(type, label);
    }

    private <T> T require(String name, Class<T> type) {
        T value = find(name, type);
        if (value == null) {
            throw new StoreException("the graph holds an element without '" + name + "'; load the data again", null);
        }
        return value;
    }

    private <T> @Nullable T find(String name, Class<T> type) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new StoreException(
                    "the graph holds an element with an unexpected '" + name + "'; load the data again", null);
        }
        return type.cast(value);
    }

    /** Neo4j's values as those of an {@link Element}: arrays as lists. */
    static SortedMap<String, Object> fromNeo4j(Map<String, Object> stored) {
        SortedMap<String, Object> values = new TreeMap<>();
        stored.forEach((name, value) -> {
            // A server answers null for a property that was asked for and is not there.
            if (value != null) {
                values.put(name, fromNeo4j(value));
            }
        });
        return values;
    }

    /** One of Neo4j's values as an {@link Element} has it. */
    static Object fromNeo4j(Object value) {
        return value instanceof String[] items ? List.of(items) : value;
    }

    /** The same without the id and the fingerprint, which an {@link Element} keeps elsewhere. */
    static SortedMap<String, Object> content(Map<String, Object> stored) {
        return withoutKey(fromNeo4j(stored));
    }

    /** Takes out the id and the fingerprint. */
    static SortedMap<String, Object> withoutKey(SortedMap<String, Object> values) {
        values.remove(GraphSchema.ID);
        values.remove(GraphSchema.FINGERPRINT);
        return values;
    }

    /** All that is stored of an element: its properties, id and fingerprint. */
    static SortedMap<String, Object> stored(Element element) {
        SortedMap<String, Object> values = new TreeMap<>(element.properties());
        values.put(GraphSchema.ID, element.key().id());
        values.put(GraphSchema.FINGERPRINT, element.fingerprint());
        return values;
    }

    /** An {@link Element}'s value as Neo4j takes it: lists as arrays. */
    static Object toNeo4j(Object value) {
        return value instanceof List<?> items ? items.toArray(String[]::new) : value;
    }
}
