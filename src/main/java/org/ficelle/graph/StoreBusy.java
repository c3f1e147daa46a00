package org.ficelle.graph;

import org.jspecify.annotations.Nullable;

/** Another process has the store open; after a while it may not. */
public final class StoreBusy extends StoreException {

    private static final long serialVersionUID = 1L;

    StoreBusy(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
