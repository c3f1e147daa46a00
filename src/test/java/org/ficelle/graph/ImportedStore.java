package org.ficelle.graph;

import java.nio.file.Path;
import org.ficelle.TestStore;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store that Neo4j's importer fills, and which is written in batches from then on. */
public final class ImportedStore extends TestStore {

    static final EmbeddedStore.Bounds BOUNDS = new EmbeddedStore.Bounds(3, 1);

    @Override
    protected Store open(Path folder) {
        return EmbeddedStore.open(folder, BOUNDS, notice -> {});
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        forget();
    }
}
