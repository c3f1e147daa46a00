package org.ficelle.graph;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** An embedded store with the database under it, and with the procedures of a folder, so that others can ask the same. */
@NullMarked
public final class OpenStore implements AutoCloseable {

    private final DatabaseManagementService neo4j;
    private final GraphDatabaseService database;
    private final Store store;

    /**
     * Opens the store with Ficelle's own settings.
     *
     * @param plugins a folder with jars of procedures
     */
    public OpenStore(Path folder, Path plugins) {
        neo4j = EmbeddedStore.builder(folder.toAbsolutePath())
                .setConfig(GraphDatabaseSettings.plugin_dir, plugins.toAbsolutePath())
                .build();
        database = neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        store = new EmbeddedStore(neo4j, (GraphDatabaseAPI) database);
    }

    public Store store() {
        return store;
    }

    public GraphDatabaseService database() {
        return database;
    }

    @Override
    public void close() {
        neo4j.shutdown();
    }
}
