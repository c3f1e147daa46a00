package org.ficelle.graph;

import org.jspecify.annotations.Nullable;

/**
 * Which load the graph shows, kept in one node, so that readers over Bolt notice a load.
 *
 * <p>Neo4j isolates a reader from a transaction that has not committed, but not from one that commits while the reader
 * goes on, and shows a commit bit by bit. Hence a load writes its name to {@code coming} in a transaction before its own,
 * and takes it away in one after. Whoever reads the same revision before and after, with nothing coming, has read one
 * state of the graph.
 *
 * @param shown the load that the graph shows; absent when there never was one
 * @param coming the load that is being written, or was when it was cut short; absent otherwise
 * @param written how much of that load is written, when it takes several transactions; the graph is in between until it
 *     is complete
 */
record Revision(
        @Nullable String shown,
        @Nullable String coming,
        @Nullable Long written) {

    static final String LABEL = "Revision";

    /** The id of the one node. */
    static final String NODE = "graph";

    static final String SHOWN = "shown";
    static final String COMING = "coming";

    /** How much of a load that takes several transactions is written; absent while there is none. */
    static final String WRITTEN = "written";
}
