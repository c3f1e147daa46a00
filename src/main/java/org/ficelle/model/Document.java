package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, article or statement in which claims stand.
 *
 * @param derivesFrom ids of the documents it relays
 * @param reliability of the source, A to F
 * @param interests that the publisher disclosed
 */
public record Document(
        String id,
        DocumentType type,
        String title,
        Publication publication,
        List<String> derivesFrom,
        @Nullable Reliability reliability,
        List<String> interests,
        Annotations annotations) {

    public Document {
        derivesFrom = List.copyOf(derivesFrom);
        interests = List.copyOf(interests);
    }
}
