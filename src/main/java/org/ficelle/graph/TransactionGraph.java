package org.ficelle.graph;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.ficelle.model.Hop;
import org.ficelle.model.Path;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphalgo.impl.util.PathImpl;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/** The graph in a transaction that somebody else began, for procedures that Neo4j calls. */
public final class TransactionGraph {

    private final Transaction transaction;

    public TransactionGraph(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The answer to a question, which does not close the view. A load that would change the graph meanwhile waits. */
    public <T> T read(Function<View, T> question) {
        Node revision = transaction.findNode(EmbeddedSchema.label(Revision.LABEL), GraphSchema.ID, Revision.NODE);
        if (revision == null) {
            throw new StoreException("the graph was never loaded; 'ficelle load' loads it", null);
        }
        // Every load writes to this node in each transaction that changes the graph.
        Lock lock = transaction.acquireReadLock(revision);
        EmbeddedView view = new EmbeddedView(transaction, TransactionGraph::refuse, () -> {});
        try {
            if (revision.hasProperty(Revision.WRITTEN)) {
                throw new StoreException("the graph is being loaded; ask again when that is done", null);
            }
            return question.apply(view);
        } finally {
            view.release();
            lock.release();
        }
    }

    private static QueryResult refuse(String cypher, Map<String, ?> parameters, Duration timeout) {
        throw new StoreException("a procedure runs no query of its own", null);
    }

    /** The path as Neo4j has it, over the links that its hops walk. */
    public org.neo4j.graphdb.Path path(Path path) {
        PathImpl.Builder way = new PathImpl.Builder(found(transaction.findNode(
                EmbeddedSchema.label(GraphSchema.ENTITY),
                GraphSchema.ID,
                path.hops().get(0).from())));
        for (Hop hop : path.hops()) {
            Relationship link = transaction.findRelationship(
                    EmbeddedSchema.type(hop.link().relation()),
                    GraphSchema.ID,
                    hop.link().id());
            way = way.push(found(link));
        }
        return way.build();
    }

    private static <E extends Entity> E found(@Nullable E element) {
        if (element == null) {
            throw new StoreException("the graph was loaded while the path was drawn; ask again", null);
        }
        return element;
    }
}
