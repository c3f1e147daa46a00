package org.ficelle.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.graphdb.security.AuthorizationViolationException;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** One Cypher query on an embedded store, in a transaction of its own that can only read. */
final class EmbeddedQuery {

    private final GraphDatabaseAPI database;

    EmbeddedQuery(GraphDatabaseAPI database) {
        this.database = database;
    }

    QueryResult run(String cypher, Map<String, ?> parameters, Duration timeout) {
        try (Transaction transaction = begin(timeout);
                Result result = transaction.execute(cypher, Map.copyOf(parameters))) {
            // The access mode would let a MERGE pass that finds what it is to make.
            if (result.getQueryExecutionType().queryType() != QueryType.READ_ONLY) {
                throw QueryFaults.writes(null);
            }
            return read(result);
        } catch (QueryExecutionException refused) {
            throw QueryFaults.refused(refused.getStatusCode(), refused.getMessage(), timeout, refused);
        } catch (TransactionTerminatedException ended) {
            throw QueryFaults.refused(ended.status().code().serialize(), ended.getMessage(), timeout, ended);
        } catch (AuthorizationViolationException write) {
            throw QueryFaults.writes(write);
        } catch (TransactionFailureException failure) {
            throw QueryFaults.refused(failure.status().code().serialize(), failure.getMessage(), timeout, failure);
        }
    }

    private Transaction begin(Duration timeout) {
        return database.beginTransaction(
                KernelTransaction.Type.EXPLICIT,
                SecurityContext.authDisabled(
                        AccessMode.Static.READ, ClientConnectionInfo.EMBEDDED_CONNECTION, database.databaseName()),
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static QueryResult read(Result result) {
        List<String> columns = result.columns();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.hasNext()) {
            if (rows.size() == View.MOST_ROWS) {
                throw QueryFaults.tooManyRows();
            }
            Map<String, Object> found = result.next();
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(QueryValues.of(found.get(column), EmbeddedQuery::element)));
            rows.add(row);
        }
        return new QueryResult(columns, rows);
    }

    private static @Nullable Object element(Object value) {
        if (value instanceof Node node) {
            return node(node);
        }
        if (value instanceof Relationship link) {
            return QueryValues.relationship(link.getType().name(), null, null, link.getAllProperties());
        }
        return value instanceof Path path ? path(path) : null;
    }

    private static Map<String, @Nullable Object> node(Node node) {
        List<String> labels = new ArrayList<>();
        for (Label label : node.getLabels()) {
            labels.add(label.name());
        }
        return QueryValues.node(node.getElementId(), labels, node.getAllProperties());
    }

    private static Map<String, @Nullable Object> path(Path path) {
        List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
        path.nodes().forEach(node -> nodes.add(node(node)));
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        path.relationships()
                .forEach(link -> links.add(QueryValues.relationship(
                        link.getType().name(),
                        id(link.getStartNode()),
                        id(link.getEndNode()),
                        link.getAllProperties())));
        return QueryValues.path(nodes, links);
    }

    private static String id(Node node) {
        return QueryValues.nodeId(node.getElementId(), node.getProperties(GraphSchema.ID));
    }
}
