package org.ficelle.read;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ficelle.model.Labelled;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object that could be read.
 *
 * @param at where the object begins
 * @param values by field name, as {@link Form#read} gives them
 * @param places where each field's value begins, readable or not; a list item is {@code field[index]}
 */
record Fields(Location at, Map<String, Object> values, Map<String, Location> places) {

    @Nullable
    Object value(String field) {
        return values.get(field);
    }

    @Nullable
    String text(String field) {
        return (String) values.get(field);
    }

    String text(String field, String otherwise) {
        return (String) values.getOrDefault(field, otherwise);
    }

    List<String> texts(String field) {
        return list(field).stream().map(String.class::cast).toList();
    }

    boolean flag(String field) {
        return (boolean) values.getOrDefault(field, false);
    }

    @Nullable
    BigDecimal number(String field) {
        return (BigDecimal) values.get(field);
    }

    @Nullable
    Integer whole(String field) {
        BigDecimal number = number(field);
        return number == null ? null : (Integer) number.intValueExact();
    }

    <E extends Enum<E> & Labelled> Optional<E> choice(Class<E> type, String field) {
        return Optional.ofNullable(text(field)).flatMap(label -> Labelled.find(type, label));
    }

    @Nullable
    Fields nested(String field) {
        return (Fields) values.get(field);
    }

    List<Fields> objects(String field) {
        return list(field).stream().map(Fields.class::cast).toList();
    }

    /** Where the field's value begins, or the object itself when it does not have the field. */
    Location place(String field) {
        return places.getOrDefault(field, at);
    }

    <T> Located<T> located(T value) {
        return new Located<>(value, at, places);
    }

    /**
     * The same without its place and those of its fields, which take as much memory as all the rest. Only of flags it is
     * kept that they are there: it may matter whether they were left out.
     *
     * @param top of the file
     */
    <T> Located<T> lightly(T value, Location top) {
        Map<String, Location> flags = new HashMap<>();
        values.forEach((field, read) -> {
            if (read instanceof Boolean) {
                flags.put(field, top);
            }
        });
        return new Located<>(value, top, flags);
    }

    private List<?> list(String field) {
        return (List<?>) values.getOrDefault(field, List.of());
    }
}
