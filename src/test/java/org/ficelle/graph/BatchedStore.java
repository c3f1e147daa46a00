package org.ficelle.graph;

import java.nio.file.Path;
import org.ficelle.TestStore;

/** A store in which hardly any load fits into one transaction. */
public final class BatchedStore extends TestStore {

    static final EmbeddedStore.Bounds BOUNDS = new EmbeddedStore.Bounds(3, Integer.MAX_VALUE);

    @Override
    protected Store open(Path folder) {
        return EmbeddedStore.open(folder, BOUNDS, notice -> {});
    }
}
