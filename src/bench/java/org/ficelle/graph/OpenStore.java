package org.ficelle.graph;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.GraphDatabaseService;

/** An embedded store with the database under it, and with the procedures of a folder, so that others can ask the same. */
@NullMarked
public final class OpenStore implements AutoCloseable {

    private final EmbeddedStore store;

    /** @param plugins a folder with jars of procedures */
    public OpenStore(Path folder, Path plugins) {
        store = EmbeddedStore.open(
                folder, Map.of(GraphDatabaseSettings.plugin_dir, plugins.toAbsolutePath()), notice -> {});
    }

    public Store store() {
        return store;
    }

    public GraphDatabaseService database() {
        return store.database;
    }

    @Override
    public void close() {
        store.close();
    }
}
