package org.ficelle.trace;

import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.graph.Neighbours;
import org.ficelle.graph.Numbering;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** An entity that a search has met, with what was read of it so far. One object for each entity and search. */
final class Node {

    private final int index;
    private final int number;
    private final Numbering numbering;
    private @Nullable String id;
    private @Nullable Vertex vertex;
    private @Nullable Stop stop;
    private @Nullable Neighbours neighbours;

    /**
     * @param index how many were met before it
     * @param number of the entity in the numbering
     */
    Node(int index, int number, Numbering numbering) {
        this.index = index;
        this.number = number;
        this.numbering = numbering;
    }

    int index() {
        return index;
    }

    int number() {
        return number;
    }

    String id() {
        String known = id;
        if (known == null) {
            known = numbering.id(number);
            id = known;
        }
        return known;
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

    /** How many links are likely to end here; 0 before it was met. */
    int degree() {
        return stop == null ? 0 : stop.degree();
    }

    void met(Stop met) {
        stop = met;
    }

    /** Every link that begins or ends here, once; none before they were read. */
    Neighbours neighbours() {
        return neighbours == null ? Neighbours.NONE : neighbours;
    }

    boolean isRead() {
        return neighbours != null;
    }

    void read(Neighbours read) {
        neighbours = read;
    }

    @Override
    public String toString() {
        return id();
    }
}
