package org.ficelle.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ficelle.model.Labelled;
import org.ficelle.model.Problem;
import org.ficelle.names.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What may stand as the value of a field. Each form reads a value and describes itself in JSON Schema, side by side, so
 * that the two cannot come apart.
 */
sealed interface Form {

    /** The value, or null after telling {@code problems} why it is none; {@code name} is the field's, for messages. */
    @Nullable
    Object read(String name, Json value, Consumer<Problem> problems);

    /** This form as JSON Schema. */
    Map<String, Object> schema();

    /** What to write, with its article: "a string". */
    String sort();

    /** A string. */
    record Words(Syntax syntax) implements Form {

        /** The definition that the schema of any words refers to. */
        static final String WORDS = "words";

        @Override
        public @Nullable String read(String name, Json value, Consumer<Problem> problems) {
            if (!(value instanceof Json.Text string)) {
                return wrongType(this, name, value, problems);
            }
            String text = string.text();
            Optional<String> forbidden = Syntax.forbidden(text);
            if (text.isBlank()) {
                report(problems, value, "no-words", "'" + name + "' is empty", "write it or leave the field out");
            } else if (forbidden.isPresent()) {
                report(
                        problems,
                        value,
                        "bad-character",
                        "'" + name + "' holds the character " + forbidden.get(),
                        "write it on one line, without control characters");
            } else if (text.length() > syntax.max() && text.codePointCount(0, text.length()) > syntax.max()) {
                report(
                        problems,
                        value,
                        "too-long",
                        "'" + name + "' is longer than " + syntax.max() + " characters",
                        "shorten it");
            } else if (!syntax.fits(text)) {
                String shown = "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
                report(problems, value, "bad-form", shown + " is not " + syntax.sort(), syntax.right());
            } else {
                return text;
            }
            return null;
        }

        @Override
        public Map<String, Object> schema() {
            if (syntax.pattern() == Syntax.WORDS) {
                return object("$ref", "#/$defs/" + WORDS, "maxLength", syntax.max());
            }
            return object("type", "string", "pattern", syntax.pattern().pattern(), "maxLength", syntax.max());
        }

        @Override
        public String sort() {
            return "a string";
        }
    }

    /** One of a closed list of strings. */
    record Choice(List<String> labels) implements Form {

        static <E extends Enum<E> & Labelled> Choice of(Class<E> type) {
            return new Choice(Labelled.labels(type));
        }

        @Override
        public @Nullable String read(String name, Json value, Consumer<Problem> problems) {
            if (!(value instanceof Json.Text string)) {
                return wrongType(this, name, value, problems);
            }
            if (labels.contains(string.text())) {
                return string.text();
            }
            String near = Nearest.of(string.text(), labels)
                    .map(label -> "the nearest is '" + label + "'")
                    .orElse("write " + Messages.or(labels));
            report(problems, value, "bad-choice", "'" + string.text() + "' is no '" + name + "'", near);
            return null;
        }

        @Override
        public Map<String, Object> schema() {
            return object("enum", labels);
        }

        @Override
        public String sort() {
            return "a string: " + Messages.or(labels);
        }
    }

    /** True or false. */
    record Flag() implements Form {
        @Override
        public @Nullable Boolean read(String name, Json value, Consumer<Problem> problems) {
            return value instanceof Json.Bool bool ? (Boolean) bool.value() : wrongType(this, name, value, problems);
        }

        @Override
        public Map<String, Object> schema() {
            return object("type", "boolean");
        }

        @Override
        public String sort() {
            return "true or false";
        }
    }

    /** A number with at most {@code decimals} decimals. */
    record Amount(BigDecimal min, BigDecimal max, int decimals) implements Form {

        static Amount whole(int min, int max) {
            return new Amount(BigDecimal.valueOf(min), BigDecimal.valueOf(max), 0);
        }

        @Override
        public @Nullable BigDecimal read(String name, Json value, Consumer<Problem> problems) {
            if (!(value instanceof Json.Num number)) {
                return wrongType(this, name, value, problems);
            }
            if (number.number().compareTo(min) < 0 || number.number().compareTo(max) > 0) {
                report(
                        problems,
                        value,
                        "out-of-range",
                        "'" + name + "' is " + number.number(),
                        "write a number from " + min.toPlainString() + " to " + max.toPlainString());
                return null;
            }
            BigDecimal exact = number.number().signum() == 0
                    ? BigDecimal.ZERO
                    : number.number().stripTrailingZeros();
            if (exact.scale() > decimals) {
                report(
                        problems,
                        value,
                        "out-of-range",
                        "'" + name + "' is " + number.number(),
                        decimals == 0 ? "write a whole number" : "write at most " + decimals + " decimals");
                return null;
            }
            return exact;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema =
                    object("type", decimals == 0 ? "integer" : "number", "minimum", min, "maximum", max);
            if (decimals > 0) {
                schema.put("multipleOf", BigDecimal.ONE.movePointLeft(decimals));
            }
            return schema;
        }

        @Override
        public String sort() {
            return "a number";
        }
    }

    /** A list of values of one form. */
    record Many(Form item) implements Form {
        @Override
        public @Nullable List<Object> read(String name, Json value, Consumer<Problem> problems) {
            if (!(value instanceof Json.Arr list)) {
                return wrongType(this, name, value, problems);
            }
            List<Object> items = new ArrayList<>();
            for (Json element : list.items()) {
                Object read = item.read(name, element, problems);
                if (read != null) {
                    items.add(read);
                }
            }
            return items;
        }

        @Override
        public Map<String, Object> schema() {
            return object("type", "array", "items", item.schema());
        }

        @Override
        public String sort() {
            return item instanceof Words ? "a list of strings" : "a list of objects";
        }
    }

    /** An object of a shape. */
    record Nested(Shape shape) implements Form {
        @Override
        public @Nullable Fields read(String name, Json value, Consumer<Problem> problems) {
            return value instanceof Json.Obj object
                    ? shape.read(object, problems)
                    : wrongType(this, name, value, problems);
        }

        @Override
        public Map<String, Object> schema() {
            return object("$ref", "#/$defs/" + shape.name());
        }

        @Override
        public String sort() {
            return "an object: " + shape.one();
        }
    }

    /** Words, or an object of the first shape that has one of its fields; the last shape when none has. */
    record Either(Words words, List<Shape> shapes) implements Form {
        @Override
        public @Nullable Object read(String name, Json value, Consumer<Problem> problems) {
            if (value instanceof Json.Text) {
                return words.read(name, value, problems);
            }
            if (value instanceof Json.Obj object) {
                Shape meant = shapes.stream()
                        .filter(shape -> shape.fields().keySet().stream().anyMatch(object::has))
                        .findFirst()
                        .orElse(shapes.get(shapes.size() - 1));
                return meant.read(object, problems);
            }
            return wrongType(this, name, value, problems);
        }

        @Override
        public Map<String, Object> schema() {
            List<Map<String, Object>> any = new ArrayList<>(List.of(words.schema()));
            shapes.forEach(shape -> any.add(new Nested(shape).schema()));
            return object("anyOf", any);
        }

        @Override
        public String sort() {
            return "a string or an object: "
                    + Messages.or(shapes.stream().map(Shape::one).toList());
        }
    }

    /** A value, or null to say that there is none. */
    record OrNull(Form form) implements Form {
        @Override
        public @Nullable Object read(String name, Json value, Consumer<Problem> problems) {
            return value instanceof Json.Null ? null : form.read(name, value, problems);
        }

        @Override
        public Map<String, Object> schema() {
            return object("anyOf", List.of(form.schema(), object("type", "null")));
        }

        @Override
        public String sort() {
            return form.sort() + " or null";
        }
    }

    private static <T> @Nullable T wrongType(Form form, String name, Json value, Consumer<Problem> problems) {
        String right =
                value instanceof Json.Null ? "leave the field out or write " + form.sort() : "write " + form.sort();
        report(problems, value, "wrong-type", "'" + name + "' is " + value.sort(), right);
        return null;
    }

    private static void report(Consumer<Problem> problems, Json value, String rule, String wrong, String right) {
        problems.accept(Problem.error(value.at(), rule, wrong, right));
    }

    /** A map in the order given, of alternating keys and values. */
    static Map<String, Object> object(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
