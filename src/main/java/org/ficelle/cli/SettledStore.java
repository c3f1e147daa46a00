package org.ficelle.cli;

import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ficelle.graph.Change;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;

/** A store that takes changes only while what was read of the files still holds. */
final class SettledStore implements Store {

    private final Store store;
    private final BooleanSupplier holds;

    SettledStore(Store store, BooleanSupplier holds) {
        this.store = store;
        this.holds = holds;
    }

    /** Nothing was changed, because the files were. */
    static final class Unsettled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public View view() {
        return store.view();
    }

    @Override
    public <T> T read(Function<View, T> question) {
        return store.read(question);
    }

    @Override
    public void apply(Ontology ontology, Collection<Change> changes, Runnable spent) {
        if (!holds.getAsBoolean()) {
            throw new Unsettled();
        }
        store.apply(ontology, changes, spent);
    }

    @Override
    public void close() {
        store.close();
    }
}
