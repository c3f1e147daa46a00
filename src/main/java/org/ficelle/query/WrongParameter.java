package org.ficelle.query;

import org.jspecify.annotations.Nullable;

/** A parameter that the query does not have, or a value of another type; the message is one sentence for the user. */
public final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongParameter(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
