package org.ficelle.trace;

import java.util.List;
import java.util.stream.Stream;
import org.ficelle.graph.Neighbour;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** An entity that a search has met, with what was read of it so far. One object for each entity and search. */
final class Node {

    private final String id;
    private @Nullable Vertex vertex;
    private @Nullable Stop stop;
    private @Nullable List<Neighbour> neighbours;
    private @Nullable Object markedFor;
    private int marked;

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
    List<Neighbour> neighbours() {
        return neighbours == null ? List.of() : neighbours;
    }

    /** The same links, bare. */
    Stream<Link> links() {
        return neighbours().stream().map(neighbour -> neighbour.link(id));
    }

    /**
     * Notes a number for somebody who meets nodes one after the other.
     *
     * @return the number that was noted for the same before; -1 when none was
     */
    int mark(Object whom, int number) {
        if (markedFor == whom) {
            return marked;
        }
        markedFor = whom;
        marked = number;
        return -1;
    }

    boolean isRead() {
        return neighbours != null;
    }

    void read(List<Neighbour> read) {
        neighbours = read;
    }

    @Override
    public String toString() {
        return id;
    }
}
