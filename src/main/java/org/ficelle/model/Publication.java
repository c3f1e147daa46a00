package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who published a document, when and where.
 *
 * @param publisher an entity id; absent when the document does not state it
 * @param authors plain names, or entity ids where the author is an actor of the case
 */
public record Publication(
        @Nullable String publisher,
        List<String> authors,
        @Nullable When published,
        @Nullable String url,
        @Nullable String sha256) {

    /** What a data file writes for a publisher that the document does not state. */
    public static final String NOT_STATED = "not stated";

    public Publication {
        authors = List.copyOf(authors);
    }

    /** Whether {@code entity} published or authored it. */
    public boolean isBy(String entity) {
        return entity.equals(publisher) || authors.contains(entity);
    }
}
