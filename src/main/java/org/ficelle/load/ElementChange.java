package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * What one load did to one entity, document, claim, link, dossier or ontology.
 *
 * @param load its id
 * @param what the element in words: a name, a title or a proposition
 * @param fields that changed; none unless the element changed
 */
public record ElementChange(String load, Deed deed, ElementKey element, String what, List<Field> fields) {

    /** A value longer than this is cut. */
    private static final int LONGEST = 4_000;

    private static final String NUMBER = "#%07d";

    /** Fields that follow from other elements or from the ontology; the change is told of those. */
    private static final Set<String> DERIVED = Set.of(
            "degree",
            "folded",
            "origins",
            "transit",
            GraphSchema.FIRST_SEEN,
            GraphSchema.FILE,
            GraphSchema.BYTES,
            GraphSchema.DECLARES,
            GraphSchema.SPELLS,
            GraphSchema.TARGETS);

    /** What may happen to an element. */
    public enum Deed implements Labelled {
        CREATED("created"),
        /** A claim that an earlier load had removed. */
        RETURNED("returned"),
        CHANGED("changed"),
        REMOVED("removed");

        private final String label;

        Deed(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * One field before and after.
     *
     * @param before empty when the field was absent
     * @param after empty when the field is absent
     */
    public record Field(String name, String before, String after) {}

    public ElementChange {
        fields = List.copyOf(fields);
    }

    static ElementChange of(String load, Deed deed, Element element) {
        return new ElementChange(load, deed, element.key(), what(element), List.of());
    }

    /** The change from one content to another; its fields are empty when only derived ones differ. */
    static ElementChange of(String load, Element before, Element after) {
        List<Field> fields = new ArrayList<>();
        SortedMap<String, Object> old = before.properties();
        SortedMap<String, Object> now = after.properties();
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Object was = old.get(name);
            Object is = now.get(name);
            if (isTold(after, name) && !(was == null ? is == null : was.equals(is))) {
                fields.add(new Field(name, text(was), text(is)));
            }
        }
        return new ElementChange(load, Deed.CHANGED, after.key(), what(after), fields);
    }

    private static boolean isTold(Element element, String name) {
        boolean digest = element.key().type().equals(GraphSchema.DOSSIER) && name.equals("sha256");
        return element instanceof Element.Tie ? name.equals("status") : !digest && !DERIVED.contains(name);
    }

    private static String text(@Nullable Object value) {
        String text = value instanceof Collection<?> items
                ? String.join(", ", items.stream().map(String::valueOf).toList())
                : value == null ? "" : String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String what(Element element) {
        SortedMap<String, Object> properties = element.properties();
        return switch (element.key().type()) {
            case GraphSchema.CLAIM ->
                properties.get("subject") + " " + properties.get("relation") + " "
                        + (properties.containsKey("object")
                                ? properties.get("object")
                                : "= " + properties.get("value"));
            case GraphSchema.ENTITY -> String.valueOf(properties.get("name"));
            case GraphSchema.DOCUMENT -> String.valueOf(properties.get("title"));
            default -> element.key().id();
        };
    }

    /**
     * The change as a node.
     *
     * @param number among the changes of the load
     * @param element from which a claim's ends are taken
     */
    Element.Node encode(int number, Element element) {
        SortedMap<String, Object> properties = new TreeMap<>();
        properties.put("load", load);
        properties.put("deed", deed.label());
        properties.put("type", this.element.type());
        properties.put("element", this.element.id());
        properties.put("what", what);
        properties.put("fields", fields.stream().map(Field::name).toList());
        properties.put("before", fields.stream().map(Field::before).toList());
        properties.put("after", fields.stream().map(Field::after).toList());
        for (String end : List.of("subject", "object", "assertedBy")) {
            Object id = element.properties().get(end);
            if (this.element.type().equals(GraphSchema.CLAIM) && id != null) {
                properties.put(end, id);
            }
        }
        return GraphImage.node(GraphSchema.CHANGE, load + NUMBER.formatted(number), properties);
    }

    static ElementChange decode(Element.Node node) {
        return decode(node.properties());
    }

    static ElementChange decode(Map<String, ?> properties) {
        List<String> names = GraphImage.texts(properties.get("fields"));
        List<String> before = GraphImage.texts(properties.get("before"));
        List<String> after = GraphImage.texts(properties.get("after"));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Field(names.get(i), before.get(i), after.get(i)));
        }
        return new ElementChange(
                String.valueOf(properties.get("load")),
                Labelled.of(Deed.class, String.valueOf(properties.get("deed"))),
                new ElementKey(String.valueOf(properties.get("type")), String.valueOf(properties.get("element"))),
                String.valueOf(properties.get("what")),
                fields);
    }
}
