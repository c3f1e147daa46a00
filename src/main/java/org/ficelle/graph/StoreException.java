package org.ficelle.graph;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached or refuses; the message is one sentence for the user. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A change is about an element that is not there. */
    static StoreException vanished(String id) {
        return new StoreException(
                "the load changed nothing, because the graph no longer holds " + id + "; load again", null);
    }

    /** An element of the same type and id is there already. */
    static StoreException taken(@Nullable Throwable cause) {
        return new StoreException(
                "the load changed nothing, because the graph already holds part of it; load again", cause);
    }
}
