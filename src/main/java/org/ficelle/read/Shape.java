package org.ficelle.read;

import static org.ficelle.read.Form.object;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.ficelle.names.Nearest;

/**
 * The table of what an object in a data file may hold.
 *
 * @param name what the object is, without article
 * @param fields by name, in the order in which they are written
 * @param rules between its fields
 */
record Shape(String name, String means, Map<String, Field> fields, List<Rule> rules) {

    Shape(String name, String means, List<Field> fields, List<Rule> rules) {
        this(name, means, byName(fields), rules);
    }

    private static Map<String, Field> byName(List<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return Collections.unmodifiableMap(byName);
    }

    /** The name with its article. */
    String one() {
        return Messages.one(name);
    }

    /** How many of the object's members this shape knows. */
    long knows(Json.Obj object) {
        long known = 0;
        for (Json.Member member : object.members()) {
            if (fields.containsKey(member.name())) {
                known++;
            }
        }
        return known;
    }

    /** Reads the fields it can and tells {@code problems} of everything that is wrong. */
    Fields read(Json.Obj object, Consumer<Problem> problems) {
        Fields fields = readPresent(object, problems);
        for (Field field : this.fields.values()) {
            if (field.required() && !fields.places().containsKey(field.name()) && !isMisspelt(field, object)) {
                problems.accept(Problem.error(
                        object.at(),
                        "missing-field",
                        "this " + name + " has no '" + field.name() + "'",
                        "every " + name + " needs one: " + field.means()));
            }
        }
        rules.forEach(rule -> rule.check(this, fields, problems));
        return fields;
    }

    /** Like {@link #read}, for an object whose rest is missing: what is not there is no problem. */
    Fields readPresent(Json.Obj object, Consumer<Problem> problems) {
        Map<String, Object> values = new HashMap<>();
        Map<String, Location> places = new HashMap<>();
        Map<String, Location> names = new HashMap<>();
        for (Json.Member member : object.members()) {
            Location first = names.putIfAbsent(member.name(), member.at());
            Field field = fields.get(member.name());
            if (first != null) {
                problems.accept(Problem.error(
                        member.at(),
                        "duplicate-key",
                        "'" + member.name() + "' stands twice in this " + name + ", first in line " + first.line(),
                        "keep one"));
            } else if (field == null) {
                problems.accept(unknown(member));
            } else {
                place(places, member);
                Object value = field.form().read(field.name(), member.value(), problems);
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return new Fields(object.at(), values, places);
    }

    /** The shape as JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field field : fields.values()) {
            Map<String, Object> property = object("description", field.means());
            property.putAll(field.form().schema());
            properties.put(field.name(), property);
        }
        Map<String, Object> schema = object(
                "title",
                name,
                "description",
                means,
                "type",
                "object",
                "properties",
                properties,
                "required",
                fields.values().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList(),
                "additionalProperties",
                false);
        if (!rules.isEmpty()) {
            schema.put("allOf", rules.stream().map(Rule::schema).toList());
        }
        return schema;
    }

    /** Whether the object has an unknown field that was told to be most like this one. */
    private boolean isMisspelt(Field field, Json.Obj object) {
        return object.members().stream()
                .anyMatch(member ->
                        !fields.containsKey(member.name()) && near(member).equals(Optional.of(field.name())));
    }

    private Optional<String> near(Json.Member member) {
        return Nearest.of(member.name(), fields.keySet());
    }

    private Problem unknown(Json.Member member) {
        String right = near(member)
                .map(near -> "the nearest is '" + near + "'")
                .orElse("it has " + String.join(", ", fields.keySet()));
        return Problem.error(member.at(), "unknown-field", one() + " has no field '" + member.name() + "'", right);
    }

    private static void place(Map<String, Location> places, Json.Member member) {
        places.put(member.name(), member.value().at());
        if (member.value() instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                places.put(member.name() + "[" + i + "]", list.items().get(i).at());
            }
        }
    }
}
