package org.ficelle.graph;

import static org.ficelle.graph.StoredElements.edge;
import static org.ficelle.graph.StoredElements.edges;
import static org.ficelle.graph.StoredElements.id;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Writes changes into one transaction, in an order in which every step finds what it needs: links and edges that go,
 * nodes that come, edges, links, and last the nodes that go.
 */
final class ChangeWriter {

    private final Transaction transaction;
    private final Map<ElementKey, Node> nodes = new HashMap<>();

    ChangeWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    void write(Collection<Change> changes) {
        List<Node> leaving = new ArrayList<>();
        List<Element.Node> created = new ArrayList<>();
        List<Element.Node> updated = new ArrayList<>();
        List<Element.Tie> comingTies = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Remove) {
                remove(change.key(), leaving);
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.Create create) {
                if (create.element() instanceof Element.Node node) {
                    create(node);
                    created.add(node);
                } else if (create.element() instanceof Element.Tie tie) {
                    comingTies.add(tie);
                }
            } else if (change instanceof Change.Update update) {
                if (update.element() instanceof Element.Node node) {
                    update(node);
                    updated.add(node);
                } else if (update.element() instanceof Element.Tie tie) {
                    update(tie, comingTies);
                }
            }
        }
        updated.forEach(this::updateEdges);
        created.forEach(node -> createEdges(node.key(), node.edges()));
        comingTies.forEach(this::create);
        leaving.forEach(ChangeWriter::delete);
    }

    private void remove(ElementKey key, List<Node> leaving) {
        if (GraphSchema.isNode(key.type())) {
            Node node = existing(key);
            edges(node).forEach(Relationship::delete);
            leaving.add(node);
        } else {
            existingTie(key).delete();
        }
    }

    /** Whatever a user has tied to the node by hand goes with it. */
    private static void delete(Node node) {
        try (var relationships = node.getRelationships()) {
            relationships.forEach(Relationship::delete);
        }
        node.delete();
    }

    /** The labels come last, so that constraints and indexes are consulted once and not for every property. */
    private void create(Element.Node element) {
        Node node = transaction.createNode();
        setProperties(node, element);
        element.labels().forEach(label -> node.addLabel(EmbeddedSchema.label(label)));
        node.addLabel(EmbeddedSchema.label(element.key().type()));
        nodes.put(element.key(), node);
    }

    private void update(Element.Node element) {
        Node node = existing(element.key());
        Set<String> labels = new HashSet<>(element.labels());
        labels.add(element.key().type());
        for (Label label : node.getLabels()) {
            if (!labels.remove(label.name())) {
                node.removeLabel(label);
            }
        }
        labels.forEach(label -> node.addLabel(EmbeddedSchema.label(label)));
        replaceProperties(node, element);
    }

    private void create(Element.Tie element) {
        Relationship tie = existing(VertexCodec.key(element.from()))
                .createRelationshipTo(
                        existing(VertexCodec.key(element.to())),
                        EmbeddedSchema.type(element.key().type()));
        setProperties(tie, element);
    }

    /** A link whose ends changed is drawn anew, since a relationship keeps its ends. */
    private void update(Element.Tie element, List<Element.Tie> coming) {
        Relationship tie = existingTie(element.key());
        if (id(tie.getStartNode()).equals(element.from())
                && id(tie.getEndNode()).equals(element.to())) {
            replaceProperties(tie, element);
        } else {
            tie.delete();
            coming.add(element);
        }
    }

    private void updateEdges(Element.Node element) {
        Set<Element.Edge> coming = new HashSet<>(element.edges());
        for (Relationship present : edges(existing(element.key()))) {
            if (!coming.remove(edge(present))) {
                present.delete();
            }
        }
        createEdges(element.key(), coming);
    }

    private void createEdges(ElementKey key, Collection<Element.Edge> edges) {
        Node node = existing(key);
        for (Element.Edge edge : edges) {
            Relationship created = node.createRelationshipTo(existing(edge.to()), EmbeddedSchema.type(edge.type()));
            edge.properties().forEach((name, value) -> created.setProperty(name, PropertyValues.toNeo4j(value)));
        }
    }

    private Node existing(ElementKey key) {
        return nodes.computeIfAbsent(
                key,
                sought -> found(
                        sought,
                        transaction.findNode(EmbeddedSchema.label(sought.type()), GraphSchema.ID, sought.id())));
    }

    private Relationship existingTie(ElementKey key) {
        return found(key, transaction.findRelationship(EmbeddedSchema.type(key.type()), GraphSchema.ID, key.id()));
    }

    private static <T> T found(ElementKey key, @Nullable T found) {
        if (found == null) {
            throw StoreException.vanished(key.id());
        }
        return found;
    }

    private static void replaceProperties(Entity stored, Element element) {
        for (String name : stored.getPropertyKeys()) {
            boolean kept = name.equals(GraphSchema.ID) || GraphSchema.VOLATILE.contains(name);
            if (!kept && !element.properties().containsKey(name)) {
                stored.removeProperty(name);
            }
        }
        setProperties(stored, element);
    }

    private static void setProperties(Entity stored, Element element) {
        stored.setProperty(GraphSchema.ID, element.key().id());
        stored.setProperty(GraphSchema.FINGERPRINT, element.fingerprint());
        element.properties().forEach((name, value) -> stored.setProperty(name, PropertyValues.toNeo4j(value)));
    }
}
