package org.ficelle.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ficelle.model.Digest;

/** Content fingerprints of elements: equal exactly when labels, properties and edges are equal. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Element.Node node) {
        List<String> parts = new ArrayList<>();
        parts.add(node.key().type());
        parts.add(node.key().id());
        parts.addAll(node.labels());
        add(parts, node.properties());
        for (Element.Edge edge : node.edges()) {
            parts.add(edge.type());
            parts.add(edge.to().type());
            parts.add(edge.to().id());
            add(parts, edge.properties());
        }
        return Digest.of(parts);
    }

    static String of(Element.Tie tie) {
        List<String> parts = new ArrayList<>(List.of(tie.key().type(), tie.key().id(), tie.from(), tie.to()));
        add(parts, tie.properties());
        return Digest.of(parts);
    }

    private static void add(List<String> parts, Map<String, Object> properties) {
        parts.add("{"
                + properties.keySet().stream()
                        .filter(name -> !GraphSchema.VOLATILE.contains(name))
                        .count());
        properties.forEach((name, value) -> {
            if (GraphSchema.VOLATILE.contains(name)) {
                return;
            }
            parts.add(name);
            if (value instanceof List<?> list) {
                parts.add("[" + list.size());
                list.forEach(item -> parts.add(String.valueOf(item)));
            } else {
                parts.add(value.getClass().getSimpleName());
                parts.add(String.valueOf(value));
            }
        });
    }
}
