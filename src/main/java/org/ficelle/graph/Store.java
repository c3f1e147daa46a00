package org.ficelle.graph;

import java.util.Collection;
import org.ficelle.model.Ontology;

/**
 * The graph. Every method that cannot reach it, or is refused, throws a {@link StoreException} whose message is one
 * sentence for the user.
 */
public interface Store extends AutoCloseable {

    /** What readers see now, which stays the same until it is closed; a load waits for that. */
    View view();

    /**
     * Applies the changes in one transaction: all of them or, when anything fails, none. Makes sure first that
     * constraints and indexes for every relation of the ontology exist.
     */
    void apply(Ontology ontology, Collection<Change> changes);

    @Override
    void close();
}
