package org.ficelle.graph;

import static org.ficelle.graph.GraphSchema.quoted;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.ChangeWriter.Stage;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Writes changes into one transaction, as {@link ChangeWriter} does: with one statement for each label, relation and
 * batch. A statement returns the numbers of the rows for which it found what they are about.
 */
final class RemoteWriter {

    private static final int BATCH = 5_000;
    private static final String EDGE_TYPES = String.join("|", GraphSchema.EDGE_TYPES);

    /** What a node keeps through every change. */
    private static final String KEPT = Stream.concat(Stream.of(GraphSchema.ID), GraphSchema.VOLATILE.stream())
            .sorted()
            .map(name -> "." + name)
            .collect(Collectors.joining(", "));

    private static final String CREATE = """
            UNWIND $rows AS row
            CREATE (n:%s)
            SET n = row.properties
            RETURN row.number AS number""";
    private static final String UPDATE = """
            UNWIND $rows AS row
            MATCH (n:%s {id: row.id})
            WITH row, n, n {%s} AS kept
            SET n = kept
            SET n += row.properties, n:%s
            RETURN row.number AS number, labels(n) AS labels""";
    private static final String UNLABEL = """
            UNWIND $rows AS row
            MATCH (n:%s {id: row.id})
            REMOVE n:%s
            RETURN row.number AS number""";
    private static final String CLEAR = """
            UNWIND $rows AS row
            MATCH (n:%s {id: row.id})-[edge:%s]->()
            DELETE edge
            RETURN row.number AS number""";
    private static final String REMOVE = """
            UNWIND $rows AS row
            MATCH (n:%s {id: row.id})
            DETACH DELETE n
            RETURN row.number AS number""";
    private static final String JOIN = """
            UNWIND $rows AS row
            MATCH (from:%s {id: row.from})
            MATCH (to:%s {id: row.to})
            CREATE (from)-[created:%s]->(to)
            SET created = row.properties
            RETURN row.number AS number""";
    private static final String UPDATE_TIE = """
            UNWIND $rows AS row
            MATCH (from)-[tie:%s {id: row.id}]->(to)
            WHERE from.id = row.from AND to.id = row.to
            SET tie = row.properties
            RETURN row.number AS number""";
    private static final String REMOVE_TIE = """
            UNWIND $rows AS row
            MATCH ()-[tie:%s {id: row.id}]->()
            DELETE tie
            RETURN row.number AS number""";
    private static final String SEAL = """
            UNWIND $rows AS row
            MATCH (n:%s {id: row.id})
            SET n.fingerprint = row.fingerprint
            RETURN row.number AS number""";

    /** The fingerprint of a node whose edges are not drawn yet. */
    private static final String UNSEALED = "unfinished";

    private static final String FIND = """
            UNWIND $rows AS row
            MATCH (:%s {id: row.id})
            RETURN row.number AS number""";

    private final TransactionContext transaction;

    RemoteWriter(TransactionContext transaction) {
        this.transaction = transaction;
    }

    /** A relationship to draw. */
    private record Joint(ElementKey from, String type, ElementKey to, Map<String, Object> properties) {}

    /** A label that a node has and should not have. */
    private record Excess(ElementKey node, String label) {}

    /** Writes changes as a whole. */
    void write(Collection<Change> changes) {
        List<ElementKey> leavingNodes = new ArrayList<>();
        List<ElementKey> leavingTies = new ArrayList<>();
        List<Element.Node> newNodes = new ArrayList<>();
        List<Element.Node> changedNodes = new ArrayList<>();
        List<Element.Tie> newTies = new ArrayList<>();
        List<Element.Tie> changedTies = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Remove) {
                (GraphSchema.isNode(change.key().type()) ? leavingNodes : leavingTies).add(change.key());
            } else if (change instanceof Change.Create create) {
                sort(create.element(), newNodes, newTies);
            } else if (change instanceof Change.Update update) {
                sort(update.element(), changedNodes, changedTies);
            }
        }
        remove(REMOVE_TIE, leavingTies);
        create(newNodes, PropertyValues::stored);
        update(changedNodes, PropertyValues::stored);
        List<Joint> joints = new ArrayList<>();
        newNodes.forEach(node -> joints.addAll(edges(node)));
        changedNodes.forEach(node -> joints.addAll(edges(node)));
        join(joints);
        newTies.addAll(updateTies(changedTies));
        join(newTies.stream().map(RemoteWriter::joint).toList());
        remove(REMOVE, leavingNodes);
    }

    /**
     * Does what one stage does to changes of which all were written in the stages before. Until its edges are drawn, a
     * node has a fingerprint that is nobody's, so that a load that comes after one cut short writes it again.
     */
    void write(Stage stage, Collection<Change> changes) {
        List<Change> records =
                select(changes, change -> GraphSchema.isRecord(change.key().type()));
        List<Change> others =
                select(changes, change -> !GraphSchema.isRecord(change.key().type()));
        List<Element.Node> newNodes = new ArrayList<>();
        List<Element.Node> changedNodes = new ArrayList<>();
        List<Element.Tie> newTies = new ArrayList<>();
        List<Element.Tie> changedTies = new ArrayList<>();
        boolean ofNodes = stage == Stage.NODES || stage == Stage.EDGES;
        for (Change change : others) {
            boolean wanted = ofNodes == GraphSchema.isNode(change.key().type()) && (ofNodes || stage == Stage.TIES);
            if (wanted && change instanceof Change.Create create) {
                sort(create.element(), newNodes, newTies);
            } else if (wanted && change instanceof Change.Update update) {
                sort(update.element(), changedNodes, changedTies);
            }
        }
        switch (stage) {
            case TIES_THAT_GO -> remove(REMOVE_TIE, leaving(others, false));
            case NODES -> {
                create(newNodes, RemoteWriter::unsealed);
                update(changedNodes, RemoteWriter::unsealed);
            }
            case EDGES -> {
                List<Element.Node> nodes = new ArrayList<>(newNodes);
                nodes.addAll(changedNodes);
                join(nodes.stream().flatMap(node -> edges(node).stream()).toList());
                seal(nodes);
            }
            case TIES -> {
                newTies.addAll(updateTies(changedTies));
                join(newTies.stream().map(RemoteWriter::joint).toList());
            }
            case NODES_THAT_GO -> {
                remove(REMOVE, leaving(others, true));
                write(records);
            }
        }
    }

    private static List<Change> select(Collection<Change> changes, Predicate<Change> wanted) {
        return changes.stream().filter(wanted).toList();
    }

    private static List<ElementKey> leaving(Collection<Change> changes, boolean nodes) {
        return changes.stream()
                .filter(Change.Remove.class::isInstance)
                .map(Change::key)
                .filter(key -> GraphSchema.isNode(key.type()) == nodes)
                .toList();
    }

    private static Map<String, Object> unsealed(Element.Node node) {
        Map<String, Object> properties = PropertyValues.stored(node);
        properties.put(GraphSchema.FINGERPRINT, UNSEALED);
        return properties;
    }

    private void seal(List<Element.Node> nodes) {
        present(
                run(
                        nodes,
                        node -> SEAL.formatted(quoted(node.key().type())),
                        node -> Map.of("id", node.key().id(), "fingerprint", node.fingerprint()),
                        (node, row) -> {}),
                node -> node.key().id());
    }

    private static void sort(Element element, List<Element.Node> nodes, List<Element.Tie> ties) {
        if (element instanceof Element.Node node) {
            nodes.add(node);
        } else if (element instanceof Element.Tie tie) {
            ties.add(tie);
        }
    }

    private void remove(String statement, List<ElementKey> keys) {
        present(
                run(keys, key -> statement.formatted(quoted(key.type())), RemoteWriter::row, (key, row) -> {}),
                ElementKey::id);
    }

    private void create(List<Element.Node> nodes, Function<Element.Node, Map<String, Object>> properties) {
        run(
                nodes,
                node -> CREATE.formatted(labels(node)),
                node -> Map.of("properties", properties.apply(node)),
                (node, row) -> {});
    }

    private void update(List<Element.Node> nodes, Function<Element.Node, Map<String, Object>> properties) {
        List<Excess> excess = new ArrayList<>();
        present(
                run(
                        nodes,
                        node -> UPDATE.formatted(quoted(node.key().type()), KEPT, labels(node)),
                        node -> Map.of("id", node.key().id(), "properties", properties.apply(node)),
                        (node, row) -> excess.addAll(excess(node, row))),
                node -> node.key().id());
        run(
                excess,
                label -> UNLABEL.formatted(quoted(label.node().type()), quoted(label.label())),
                label -> row(label.node()),
                (label, row) -> {});
        run(
                nodes,
                node -> CLEAR.formatted(quoted(node.key().type()), EDGE_TYPES),
                node -> row(node.key()),
                (node, row) -> {});
    }

    private static List<Excess> excess(Element.Node node, Record row) {
        return row.get("labels").asList(Value::asString).stream()
                .filter(label -> !node.labels().contains(label))
                .filter(label -> !label.equals(node.key().type()))
                .map(label -> new Excess(node.key(), label))
                .toList();
    }

    private static List<Joint> edges(Element.Node node) {
        return node.edges().stream()
                .map(edge -> new Joint(node.key(), edge.type(), edge.to(), edge.properties()))
                .toList();
    }

    private static Joint joint(Element.Tie tie) {
        return new Joint(
                VertexCodec.key(tie.from()), tie.key().type(), VertexCodec.key(tie.to()), PropertyValues.stored(tie));
    }

    private void join(List<Joint> joints) {
        List<Joint> missing = run(
                joints,
                joint -> JOIN.formatted(
                        quoted(joint.from().type()), quoted(joint.to().type()), quoted(joint.type())),
                joint -> Map.of("from", joint.from().id(), "to", joint.to().id(), "properties", joint.properties()),
                (joint, row) -> {});
        if (!missing.isEmpty()) {
            present(
                    run(
                            List.of(missing.get(0).from(), missing.get(0).to()),
                            key -> FIND.formatted(quoted(key.type())),
                            RemoteWriter::row,
                            (key, row) -> {}),
                    ElementKey::id);
        }
    }

    /** Returns, and removes, links whose ends changed: they are drawn anew, since a relationship keeps its ends. */
    private List<Element.Tie> updateTies(List<Element.Tie> ties) {
        List<Element.Tie> moved = run(
                ties,
                tie -> UPDATE_TIE.formatted(quoted(tie.key().type())),
                tie -> Map.of(
                        "id",
                        tie.key().id(),
                        "from",
                        tie.from(),
                        "to",
                        tie.to(),
                        "properties",
                        PropertyValues.stored(tie)),
                (tie, row) -> {});
        remove(REMOVE_TIE, moved.stream().map(Element.Tie::key).toList());
        return moved;
    }

    /** Runs each item's statement, for many items at a time; returns the items for which it found nothing. */
    private <T> List<T> run(
            List<T> items,
            Function<T, String> statement,
            Function<T, Map<String, Object>> row,
            BiConsumer<T, Record> found) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(statement.apply(item), text -> new ArrayList<>())
                .add(item));
        List<T> missing = new ArrayList<>();
        groups.forEach((text, group) -> {
            for (int start = 0; start < group.size(); start += BATCH) {
                List<T> batch = group.subList(start, Math.min(start + BATCH, group.size()));
                missing.addAll(runBatch(text, batch, row, found));
            }
        });
        return missing;
    }

    private <T> List<T> runBatch(
            String statement, List<T> batch, Function<T, Map<String, Object>> row, BiConsumer<T, Record> found) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (T item : batch) {
            Map<String, Object> numbered = new HashMap<>(row.apply(item));
            numbered.put("number", rows.size());
            rows.add(numbered);
        }
        BitSet present = new BitSet();
        Result result = transaction.run(statement, Map.of("rows", rows));
        while (result.hasNext()) {
            Record record = result.next();
            int number = record.get("number").asInt();
            present.set(number);
            found.accept(batch.get(number), record);
        }
        List<T> missing = new ArrayList<>();
        for (int i = present.nextClearBit(0); i < batch.size(); i = present.nextClearBit(i + 1)) {
            missing.add(batch.get(i));
        }
        return missing;
    }

    private static <T> void present(List<T> missing, Function<T, String> id) {
        if (!missing.isEmpty()) {
            throw StoreException.vanished(id.apply(missing.get(0)));
        }
    }

    private static Map<String, Object> row(ElementKey key) {
        return Map.of("id", key.id());
    }

    private static String labels(Element.Node node) {
        return Stream.concat(Stream.of(node.key().type()), node.labels().stream())
                .map(GraphSchema::quoted)
                .collect(Collectors.joining(":"));
    }
}
