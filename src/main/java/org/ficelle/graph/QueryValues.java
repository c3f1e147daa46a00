package org.ficelle.graph;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Neo4j's values in the form that {@link org.ficelle.model.QueryResult} describes, the same for every store. */
final class QueryValues {

    /** Properties that serve the store and tell a reader nothing. */
    private static final Set<String> INTERNAL = Set.of(GraphSchema.FINGERPRINT, GraphSchema.FOLDED);

    private QueryValues() {}

    /** @param element turns a node, relationship or path into its map, and gives null for anything else */
    static @Nullable Object of(@Nullable Object value, Function<Object, @Nullable Object> element) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Number whole) {
            return whole.longValue();
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(of(item, element)));
            return list;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            entries.forEach((key, entry) -> map.put(String.valueOf(key), of(entry, element)));
            return map;
        }
        if (value.getClass().isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int index = 0; index < Array.getLength(value); index++) {
                list.add(of(Array.get(value, index), element));
            }
            return list;
        }
        Object map = element.apply(value);
        return map == null ? value.toString() : map;
    }

    /** @param elementId stands in for the property {@code id} of a node that loading did not write */
    static Map<String, @Nullable Object> node(
            String elementId, Collection<String> labels, Map<String, ? extends Object> properties) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", nodeId(elementId, properties));
        map.put("labels", labels.stream().sorted().toList());
        addProperties(map, properties);
        return map;
    }

    static String nodeId(String elementId, Map<String, ? extends Object> properties) {
        Object id = properties.get(GraphSchema.ID);
        return id == null ? elementId : id.toString();
    }

    /** @param start id of the node where it begins, and {@code end} where it ends; null outside a path */
    static Map<String, @Nullable Object> relationship(
            String type, @Nullable String start, @Nullable String end, Map<String, ? extends Object> properties) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", properties.get(GraphSchema.ID));
        map.put("type", type);
        map.put("start", start);
        map.put("end", end);
        addProperties(map, properties);
        return map;
    }

    static Map<String, @Nullable Object> path(
            List<Map<String, @Nullable Object>> nodes, List<Map<String, @Nullable Object>> relationships) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("nodes", nodes);
        map.put("relationships", relationships);
        return map;
    }

    private static void addProperties(Map<String, @Nullable Object> map, Map<String, ? extends Object> properties) {
        new TreeMap<>(properties).forEach((name, value) -> {
            if (!INTERNAL.contains(name)) {
                map.putIfAbsent(name, of(value, other -> null));
            }
        });
    }
}
