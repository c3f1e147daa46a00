package org.ficelle.graph;

import java.util.Collection;
import java.util.function.Function;
import org.ficelle.model.Ontology;

/**
 * The graph. Every method that cannot reach it, or is refused, throws a {@link StoreException} whose message is one
 * sentence for the user.
 */
public interface Store extends AutoCloseable {

    /**
     * What readers see now, which stays the same until it is closed. A load waits for that, or, where a store cannot make
     * it wait, the view refuses to go on with a {@link StoreException}; {@link #read} asks again then.
     */
    View view();

    /**
     * The answer to a question, from one view. A store that cannot make loads wait asks again when one came between, so
     * the question has no effect but its answer.
     */
    default <T> T read(Function<View, T> question) {
        try (View view = view()) {
            return question.apply(view);
        }
    }

    /**
     * Like {@link #read}, for finding out what a load has to change. Where a load was cut short and could not be finished
     * without its data files, it is answered from what that load has left; the next one makes it whole.
     */
    default <T> T readForLoad(Function<View, T> question) {
        return read(question);
    }

    /**
     * Applies the changes: all of them or, when anything fails, none. Makes sure that constraints and indexes for every
     * relation of the ontology exist. What is too large for one transaction is written in several; readers see nothing of
     * it before the end, and a load that was cut short is finished before anything else, or nothing is answered until the
     * next load has finished it.
     *
     * @param changes may be asked for their elements more than once, and by several threads
     */
    default void apply(Ontology ontology, Collection<Change> changes) {
        apply(ontology, changes, () -> {});
    }

    /**
     * The same.
     *
     * @param spent run when no change will be asked for its element any more, if much is left to do by then: what the
     *     elements are made from can be let go
     */
    void apply(Ontology ontology, Collection<Change> changes, Runnable spent);

    @Override
    void close();
}
