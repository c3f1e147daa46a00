package org.ficelle.read;

import static org.ficelle.read.Form.object;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ficelle.model.Problem;

/** A condition between the fields of one object, read and described side by side like a {@link Form}. */
sealed interface Rule {

    /** Tells {@code problems} where the object breaks the rule. */
    void check(Shape shape, Fields fields, Consumer<Problem> problems);

    /** The rule as JSON Schema, to stand in {@code allOf}. */
    Map<String, Object> schema();

    /** One of the two fields, and not both. */
    record ExactlyOne(String one, String other) implements Rule {
        @Override
        public void check(Shape shape, Fields fields, Consumer<Problem> problems) {
            boolean hasOne = fields.places().containsKey(one);
            boolean hasOther = fields.places().containsKey(other);
            if (hasOne && hasOther) {
                problems.accept(Problem.error(
                        fields.place(other),
                        "one-of-two",
                        "this " + shape.name() + " has both '" + one + "' and '" + other + "'",
                        "keep one of the two"));
            } else if (!hasOne && !hasOther) {
                problems.accept(Problem.error(
                        fields.at(),
                        "missing-field",
                        "this " + shape.name() + " has neither '" + one + "' nor '" + other + "'",
                        "every " + shape.name() + " needs one of the two"));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return object("oneOf", List.of(object("required", List.of(one)), object("required", List.of(other))));
        }
    }

    /** {@code field} must be there when {@code when} is {@code value}. */
    record NeededWhen(String field, String when, Object value, String reason) implements Rule {
        @Override
        public void check(Shape shape, Fields fields, Consumer<Problem> problems) {
            if (value.equals(fields.value(when)) && !fields.places().containsKey(field)) {
                problems.accept(Problem.error(
                        fields.place(when),
                        "missing-field",
                        "this " + shape.name() + " has '" + when + "' " + value + " and no '" + field + "'",
                        reason));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return object("if", is(when, value), "then", object("required", List.of(field)));
        }
    }

    /** {@code field} may be there only when {@code when} is {@code value}. */
    record OnlyWhen(String field, String when, Object value, String reason) implements Rule {
        @Override
        public void check(Shape shape, Fields fields, Consumer<Problem> problems) {
            boolean known = fields.value(when) != null || !fields.places().containsKey(when);
            if (known && !value.equals(fields.value(when)) && fields.places().containsKey(field)) {
                problems.accept(Problem.error(
                        fields.place(field),
                        "misplaced-field",
                        "'" + field + "' stands in a " + shape.name() + " whose '" + when + "' is not " + value,
                        reason));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return object("if", object("required", List.of(field)), "then", is(when, value));
        }
    }

    /** Both fields, or neither. */
    record Together(String one, String other) implements Rule {
        @Override
        public void check(Shape shape, Fields fields, Consumer<Problem> problems) {
            boolean hasOne = fields.places().containsKey(one);
            if (hasOne != fields.places().containsKey(other)) {
                String present = hasOne ? one : other;
                String absent = hasOne ? other : one;
                problems.accept(Problem.error(
                        fields.place(present),
                        "missing-field",
                        "this " + shape.name() + " has '" + present + "' and no '" + absent + "'",
                        "write both or neither"));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return object("dependentRequired", object(one, List.of(other), other, List.of(one)));
        }
    }

    private static Map<String, Object> is(String field, Object value) {
        return object("properties", object(field, object("const", value)), "required", List.of(field));
    }
}
