package org.ficelle.graph;

import java.nio.file.Path;

/** What every command pays: opens a store with Ficelle's own settings, asks for one row and closes. */
public final class BootOnly {

    private BootOnly() {}

    /** Opens the store in the folder named by the first argument. */
    public static void main(String[] args) {
        var neo4j = EmbeddedNeo4j.builder(Path.of(args[0])).build();
        neo4j.database("neo4j").executeTransactionally("RETURN 1");
        neo4j.shutdown();
        System.exit(0);
    }
}
