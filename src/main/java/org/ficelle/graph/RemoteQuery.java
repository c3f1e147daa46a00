package org.ficelle.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** One Cypher query on a remote store, in a transaction of its own that can only read. */
final class RemoteQuery {

    private final Supplier<Session> sessions;
    private final RemoteFailures failures;

    /** @param sessions each new, in read mode */
    RemoteQuery(Supplier<Session> sessions, RemoteFailures failures) {
        this.sessions = sessions;
        this.failures = failures;
    }

    QueryResult run(String cypher, Map<String, ?> parameters, Duration timeout) {
        TransactionConfig config = TransactionConfig.builder()
                .withMetadata(RemoteStore.METADATA)
                .withTimeout(timeout)
                .build();
        try (Session session = sessions.get()) {
            Result result = session.run(cypher, new HashMap<>(parameters), config);
            QueryResult read = read(result);
            // Read mode would let a MERGE pass that finds what it is to make.
            if (result.consume().queryType() != QueryType.READ_ONLY) {
                throw QueryFaults.writes(null);
            }
            return read;
        } catch (Neo4jException refused) {
            throw RemoteFailures.isOfTheServer(refused)
                    ? QueryFaults.refused(refused.code(), refused.getMessage(), timeout, refused)
                    : failures.notRead(refused);
        }
    }

    private static QueryResult read(Result result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.hasNext()) {
            if (rows.size() == View.MOST_ROWS) {
                throw QueryFaults.tooManyRows();
            }
            Record found = result.next();
            List<@Nullable Object> row = new ArrayList<>();
            for (Value value : found.values()) {
                row.add(QueryValues.of(value.asObject(), RemoteQuery::element));
            }
            rows.add(row);
        }
        return new QueryResult(result.keys(), rows);
    }

    private static @Nullable Object element(Object value) {
        if (value instanceof Node node) {
            return node(node);
        }
        if (value instanceof Relationship link) {
            return QueryValues.relationship(link.type(), null, null, link.asMap());
        }
        return value instanceof Path path ? path(path) : null;
    }

    private static Map<String, @Nullable Object> node(Node node) {
        List<String> labels = new ArrayList<>();
        node.labels().forEach(labels::add);
        return QueryValues.node(node.elementId(), labels, node.asMap());
    }

    private static Map<String, @Nullable Object> path(Path path) {
        Map<String, String> ids = new HashMap<>();
        List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
        for (Node node : path.nodes()) {
            ids.put(node.elementId(), QueryValues.nodeId(node.elementId(), node.asMap()));
            nodes.add(node(node));
        }
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (Relationship link : path.relationships()) {
            links.add(QueryValues.relationship(
                    link.type(), ids.get(link.startNodeElementId()), ids.get(link.endNodeElementId()), link.asMap()));
        }
        return QueryValues.path(nodes, links);
    }
}
