package org.ficelle.trace;

import java.util.List;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** An entity that a search has met, with what was read of it so far. One object for each entity and search. */
final class Node {

    private final String id;
    private @Nullable Vertex vertex;
    private @Nullable Stop stop;
    private @Nullable List<Tie> ties;

    /** A link that begins or ends at a node, and the node at its other end. */
    record Tie(Link link, Node other) {}

    Node(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The entity; absent before it was looked up. */
    @Nullable
    Vertex vertex() {
        return vertex;
    }

    void found(Vertex found) {
        vertex = found;
        stop = Stop.of(found);
    }

    /** What decides whether it may be passed through; absent before it was met. */
    @Nullable
    Stop stop() {
        return stop;
    }

    void met(Stop met) {
        stop = met;
    }

    /** Every link that begins or ends here, once; empty before they were read. */
    List<Tie> ties() {
        return ties == null ? List.of() : ties;
    }

    boolean isRead() {
        return ties != null;
    }

    void read(List<Tie> read) {
        ties = read;
    }

    @Override
    public String toString() {
        return id;
    }
}
