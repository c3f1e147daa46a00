package org.ficelle.query;

import java.time.LocalDate;
import java.util.List;
import org.ficelle.model.Labelled;

/** What a query's parameter may be; its default decides. */
public enum ParameterType implements Labelled {
    STRING("string", "any text"),
    INTEGER("integer", "a whole number such as 50"),
    FLOAT("float", "a number such as 0.5"),
    BOOLEAN("boolean", "true or false"),
    DATE("date", "a day such as 2023-11-13"),
    LIST("list", "values with commas between them, or a list such as ['a', 'b']");

    private final String label;
    private final String example;

    ParameterType(String label, String example) {
        this.label = label;
        this.example = example;
    }

    @Override
    public String label() {
        return label;
    }

    /** What would be right, for a message. */
    String example() {
        return example;
    }

    static ParameterType of(Object value) {
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Long) {
            return INTEGER;
        }
        if (value instanceof Double) {
            return FLOAT;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        return value instanceof LocalDate ? DATE : LIST;
    }

    /** A single value as a user writes it at the shell; an {@link IllegalArgumentException} when it is none of this type. */
    Object parse(String text) {
        return switch (this) {
            case STRING -> text;
            case INTEGER -> require(Literal.of(text), Long.class);
            case FLOAT -> require(Literal.of(text), Number.class).doubleValue();
            case BOOLEAN -> require(Literal.of(text), Boolean.class);
            case DATE -> Literal.day(text);
            case LIST -> require(Literal.of(text), List.class);
        };
    }

    private static <T> T require(Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(value.toString());
        }
        return type.cast(value);
    }
}
