package org.ficelle.trace;

import java.util.stream.Stream;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.graph.Neighbours;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** An entity that a search has met, with what was read of it so far. One object for each entity and search. */
final class Node {

    private final int index;
    private final int number;
    private final String id;
    private @Nullable Vertex vertex;
    private @Nullable Stop stop;
    private @Nullable Neighbours neighbours;

    /**
     * @param index how many were met before it
     * @param number of the entity, among its places
     */
    Node(int index, int number, String id) {
        this.index = index;
        this.number = number;
        this.id = id;
    }

    int index() {
        return index;
    }

    int number() {
        return number;
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

    /** Every link that begins or ends here, once; none before they were read. */
    Neighbours neighbours() {
        return neighbours == null ? Neighbours.NONE : neighbours;
    }

    /** The same links, bare. */
    Stream<Link> links() {
        return neighbours().stream().map(neighbour -> neighbour.link(id));
    }

    boolean isRead() {
        return neighbours != null;
    }

    void read(Neighbours read) {
        neighbours = read;
    }

    @Override
    public String toString() {
        return id;
    }
}
