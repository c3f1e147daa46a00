package org.ficelle.trace;

import java.util.List;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** An entity that a search has met, with what was read of it so far. One object for each entity and search. */
final class Node {

    private final String id;
    private @Nullable Vertex vertex;
    private @Nullable List<Link> links;

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
    }

    /** Every link that begins or ends here; absent before they were read. */
    @Nullable
    List<Link> links() {
        return links;
    }

    void read(List<Link> read) {
        links = List.copyOf(read);
    }

    @Override
    public String toString() {
        return id;
    }
}
