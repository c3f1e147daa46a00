package org.ficelle.graph;

import static org.ficelle.graph.StoredElements.edge;
import static org.ficelle.graph.StoredElements.edges;
import static org.ficelle.graph.StoredElements.id;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Writes changes into one transaction, stage by stage: every change is written in each stage before any is in the next,
 * so that every step finds what it needs.
 */
final class ChangeWriter {

    /** What is done to all changes before the next. */
    enum Stage {
        TIES_THAT_GO,
        NODES,
        EDGES,
        TIES,
        NODES_THAT_GO
    }

    private final Transaction transaction;
    private final Map<ElementKey, Node> nodes = new HashMap<>();

    ChangeWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Writes changes as a whole. */
    void write(Collection<Change> changes) {
        for (Stage stage : Stage.values()) {
            changes.forEach(change -> write(stage, change));
        }
    }

    /** Does what one stage does to one change. */
    void write(Stage stage, Change change) {
        switch (stage) {
            case TIES_THAT_GO -> removeTie(change);
            case NODES -> writeNode(change);
            case EDGES -> writeEdges(change);
            case TIES -> writeTie(change);
            case NODES_THAT_GO -> {
                if (change instanceof Change.Remove
                        && GraphSchema.isNode(change.key().type())) {
                    delete(existing(change.key()));
                }
            }
            default -> throw new IllegalArgumentException("no stage " + stage);
        }
    }

    /**
     * Finds out without writing whether a change can be written; a {@link StoreException} says why not.
     *
     * @param coming the nodes that the changes create
     */
    void check(Change change, Set<ElementKey> coming) {
        ElementKey key = change.key();
        boolean isNode = GraphSchema.isNode(key.type());
        boolean present = isNode ? find(key) != null : findTie(key) != null;
        if (change instanceof Change.Create && present) {
            throw StoreException.taken(null);
        }
        if (!(change instanceof Change.Create) && !present) {
            throw StoreException.vanished(key.id());
        }
        Element element = element(change);
        if (element instanceof Element.Node node) {
            node.edges().forEach(edge -> checkEnd(edge.to(), coming));
        } else if (element instanceof Element.Tie tie) {
            checkEnd(VertexCodec.key(tie.from()), coming);
            checkEnd(VertexCodec.key(tie.to()), coming);
        }
    }

    private void checkEnd(ElementKey end, Set<ElementKey> coming) {
        if (!coming.contains(end) && find(end) == null) {
            throw StoreException.vanished(end.id());
        }
    }

    /** What the element is to be; absent when it goes. */
    static @Nullable Element element(Change change) {
        if (change instanceof Change.Create create) {
            return create.element();
        }
        return change instanceof Change.Update update ? update.element() : null;
    }

    /** Deletes a link that goes, or whose ends changed: it is drawn anew, since a relationship keeps its ends. */
    private void removeTie(Change change) {
        if (change instanceof Change.Remove && !GraphSchema.isNode(change.key().type())) {
            existingTie(change.key()).delete();
        } else if (change instanceof Change.Update update && update.element() instanceof Element.Tie tie) {
            Relationship stored = existingTie(tie.key());
            if (!id(stored.getStartNode()).equals(tie.from())
                    || !id(stored.getEndNode()).equals(tie.to())) {
                stored.delete();
            }
        }
    }

    private void writeNode(Change change) {
        if (element(change) instanceof Element.Node node) {
            if (change instanceof Change.Create) {
                create(node);
            } else {
                update(node, before(change));
            }
        }
    }

    /** What the element is in the graph, where that is known. */
    private static @Nullable Element before(Change change) {
        return change instanceof Change.Update update ? update.before() : null;
    }

    private void writeEdges(Change change) {
        if (element(change) instanceof Element.Node node) {
            if (change instanceof Change.Create) {
                createEdges(node.key(), node.edges());
            } else if (!(before(change) instanceof Element.Node before)
                    || !before.edges().equals(node.edges())) {
                updateEdges(node);
            }
        }
    }

    private void writeTie(Change change) {
        if (element(change) instanceof Element.Tie tie) {
            Relationship stored = change instanceof Change.Create ? null : findTie(tie.key());
            if (stored == null) {
                create(tie);
            } else {
                replaceProperties(stored, tie, before(change));
            }
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

    private void update(Element.Node element, @Nullable Element before) {
        Node node = existing(element.key());
        if (!(before instanceof Element.Node known) || !known.labels().equals(element.labels())) {
            replaceLabels(node, element);
        }
        replaceProperties(node, element, before);
    }

    private static void replaceLabels(Node node, Element.Node element) {
        Set<String> labels = new HashSet<>(element.labels());
        labels.add(element.key().type());
        for (Label label : node.getLabels()) {
            if (!labels.remove(label.name())) {
                node.removeLabel(label);
            }
        }
        labels.forEach(label -> node.addLabel(EmbeddedSchema.label(label)));
    }

    private void create(Element.Tie element) {
        Relationship tie = existing(VertexCodec.key(element.from()))
                .createRelationshipTo(
                        existing(VertexCodec.key(element.to())),
                        EmbeddedSchema.type(element.key().type()));
        setProperties(tie, element);
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
        return nodes.computeIfAbsent(key, sought -> found(sought, find(sought)));
    }

    private @Nullable Node find(ElementKey key) {
        return transaction.findNode(EmbeddedSchema.label(key.type()), GraphSchema.ID, key.id());
    }

    private Relationship existingTie(ElementKey key) {
        return found(key, findTie(key));
    }

    private @Nullable Relationship findTie(ElementKey key) {
        return transaction.findRelationship(EmbeddedSchema.type(key.type()), GraphSchema.ID, key.id());
    }

    private static <T> T found(ElementKey key, @Nullable T found) {
        if (found == null) {
            throw StoreException.vanished(key.id());
        }
        return found;
    }

    private static void replaceProperties(Entity stored, Element element, @Nullable Element before) {
        SortedMap<String, Object> present =
                before == null ? PropertyValues.content(stored.getAllProperties()) : before.properties();
        for (String name : present.keySet()) {
            if (!GraphSchema.VOLATILE.contains(name) && !element.properties().containsKey(name)) {
                stored.removeProperty(name);
            }
        }
        setProperties(stored, element, present);
    }

    /** @param present what need not be set again */
    private static void setProperties(Entity stored, Element element, SortedMap<String, Object> present) {
        stored.setProperty(GraphSchema.FINGERPRINT, element.fingerprint());
        element.properties().forEach((name, value) -> {
            if (!value.equals(present.get(name))) {
                stored.setProperty(name, PropertyValues.toNeo4j(value));
            }
        });
    }

    private static void setProperties(Entity stored, Element element) {
        stored.setProperty(GraphSchema.ID, element.key().id());
        setProperties(stored, element, Collections.emptySortedMap());
    }
}
