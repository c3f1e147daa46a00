package org.ficelle.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a stored query.
 *
 * @param literal the default as the file writes it, a Cypher literal
 * @param preset the default: a {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code LocalDate} or a
 *     {@code List} of one of these; it decides the type
 * @param description what it is, for a reader
 */
public record Parameter(String name, String literal, Object preset, String description) {

    public ParameterType type() {
        return ParameterType.of(preset);
    }

    /** The value that a user writes at the shell; a {@link WrongParameter} when it is of another type. */
    public Object parse(String text) {
        try {
            return preset instanceof List<?> items ? list(text, items) : type().parse(text);
        } catch (IllegalArgumentException wrong) {
            throw mistyped(text, wrong);
        }
    }

    /** Values with commas between them, or a Cypher list, of the type that the default has; an empty one has strings. */
    private Object list(String text, List<?> likewise) {
        ParameterType item = likewise.isEmpty() ? ParameterType.STRING : ParameterType.of(likewise.get(0));
        if (!text.startsWith("[")) {
            return text.isBlank()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .map(item::parse)
                            .toList();
        }
        List<?> items = (List<?>) type().parse(text);
        if (items.stream().anyMatch(each -> ParameterType.of(each) != item)) {
            throw new IllegalArgumentException(text);
        }
        return items;
    }

    private WrongParameter mistyped(String text, @Nullable Throwable cause) {
        String article = type() == ParameterType.INTEGER ? "an " : "a ";
        return new WrongParameter(
                "the parameter '" + name + "' is " + article + type().label() + ", and '" + text + "' is none; give "
                        + type().example(),
                cause);
    }
}
