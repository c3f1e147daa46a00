package org.ficelle.graph;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached or refuses; the message is one sentence for the user. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
