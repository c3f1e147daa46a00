package org.ficelle.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** Neo4j's nodes and relationships as elements. */
final class StoredElements {

    private StoredElements() {}

    /** Whether loading wrote it. What users draw by hand has no fingerprint, and is left alone. */
    static boolean isManaged(Entity stored) {
        return stored.hasProperty(GraphSchema.FINGERPRINT);
    }

    static String fingerprint(Entity stored) {
        return (String) stored.getProperty(GraphSchema.FINGERPRINT);
    }

    static String id(Entity stored) {
        return (String) stored.getProperty(GraphSchema.ID);
    }

    /** The node with everything that its fingerprint covers. */
    static Element.Node complete(String type, Node node) {
        return complete(type, node, StoredElements::key);
    }

    /** @param ends the keys of the nodes to which its edges lead */
    static Element.Node complete(String type, Node node, Function<Node, ElementKey> ends) {
        return complete(type, node, node.getAllProperties(), ends);
    }

    /** The same, unless loading did not write it. */
    static Optional<Element> managed(String type, Node node, Function<Node, ElementKey> ends) {
        Map<String, Object> stored = node.getAllProperties();
        return stored.containsKey(GraphSchema.FINGERPRINT)
                ? Optional.of(complete(type, node, stored, ends))
                : Optional.empty();
    }

    private static Element.Node complete(
            String type, Node node, Map<String, Object> stored, Function<Node, ElementKey> ends) {
        List<String> labels = new ArrayList<>();
        for (Label label : node.getLabels()) {
            if (!label.name().equals(type)) {
                labels.add(label.name());
            }
        }
        return new Element.Node(
                new ElementKey(type, String.valueOf(stored.get(GraphSchema.ID))),
                labels,
                PropertyValues.content(stored),
                edges(node).stream().map(edge -> edge(edge, ends)).toList());
    }

    /** The node with what decoding needs: its properties. */
    static Element.Node bare(String type, Node node) {
        SortedMap<String, Object> stored = PropertyValues.fromNeo4j(node.getAllProperties());
        String id = new PropertyValues(stored).text(GraphSchema.ID);
        return new Element.Node(new ElementKey(type, id), List.of(), PropertyValues.withoutKey(stored), List.of());
    }

    /** The node with these of its properties, or with all when none is named. */
    static Element.Node part(String type, Node node, Set<String> names) {
        return names.isEmpty()
                ? bare(type, node)
                : new Element.Node(
                        new ElementKey(type, id(node)),
                        List.of(),
                        PropertyValues.content(node.getProperties(names.toArray(String[]::new))),
                        List.of());
    }

    static Element.Tie tie(Relationship link) {
        return new Element.Tie(
                new ElementKey(link.getType().name(), id(link)),
                id(link.getStartNode()),
                id(link.getEndNode()),
                properties(link));
    }

    /** The relationships that belong to a node, such as those of a claim. */
    static List<Relationship> edges(Node node) {
        try (var relationships = node.getRelationships(Direction.OUTGOING, EmbeddedSchema.EDGE_TYPES)) {
            return relationships.stream().toList();
        }
    }

    static Element.Edge edge(Relationship relationship) {
        return edge(relationship, StoredElements::key);
    }

    private static Element.Edge edge(Relationship relationship, Function<Node, ElementKey> ends) {
        return new Element.Edge(
                relationship.getType().name(),
                ends.apply(relationship.getEndNode()),
                PropertyValues.fromNeo4j(relationship.getAllProperties()));
    }

    static ElementKey key(Node node) {
        List<String> labels = new ArrayList<>();
        node.getLabels().forEach(label -> labels.add(label.name()));
        return new ElementKey(GraphSchema.keyLabel(labels), id(node));
    }

    private static SortedMap<String, Object> properties(Entity stored) {
        return PropertyValues.content(stored.getAllProperties());
    }
}
