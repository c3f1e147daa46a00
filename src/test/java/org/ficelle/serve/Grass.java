package org.ficelle.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads GraSS as Neo4j Browser does, with all that its reader gets wrong. */
record Grass(Map<String, Map<String, String>> rules) {

    static Grass parse(String text) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        StringBuilder selector = new StringBuilder();
        StringBuilder properties = new StringBuilder();
        boolean inString = false;
        boolean inProperties = false;
        for (char character : text.toCharArray()) {
            if (character == '\'') {
                inString = !inString;
            } else if (character == '{' && !inString) {
                inProperties = true;
            } else if (character == '}' && !inString) {
                inProperties = false;
                rules.put(selector.toString(), properties(properties.toString()));
                selector.setLength(0);
                properties.setLength(0);
            } else if (inProperties) {
                properties.append(character);
            } else if (!Character.isWhitespace(character)) {
                selector.append(character);
            }
        }
        return new Grass(rules);
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String property : text.split(";")) {
            String[] parts = property.split(":");
            if (parts.length > 1 && !parts[1].isBlank()) {
                properties.put(parts[0].strip(), parts[1].strip());
            }
        }
        return properties;
    }

    /** What holds for a node or relationship: every rule whose labels it bears, the later over the earlier. */
    Map<String, String> of(String tag, String... labels) {
        Map<String, String> style = new LinkedHashMap<>();
        rules.forEach((selector, properties) -> {
            String[] parts = selector.split("\\.");
            if (parts[0].equals(tag)
                    && Set.of(labels).containsAll(List.of(parts).subList(1, parts.length))) {
                style.putAll(properties);
            }
        });
        return style;
    }
}
