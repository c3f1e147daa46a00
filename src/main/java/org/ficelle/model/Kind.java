package org.ficelle.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity, from the ontology.
 *
 * @param name the Neo4j label, PascalCase
 * @param title for readers, lower case
 * @param key how ids of this kind are normalised
 * @param transit whether a path may pass through an entity of this kind
 * @param stix the nearest STIX 2.1 object type
 * @param ftm the nearest FollowTheMoney schema
 * @param look how Neo4j Browser shows it
 */
public record Kind(
        String name,
        String title,
        KeyForm key,
        boolean transit,
        @Nullable String stix,
        @Nullable String ftm,
        Look look,
        String description) {

    /** Colour ({@code #rrggbb}) and caption (a property name) in Neo4j Browser. */
    public record Look(String colour, String caption) {}

    /** What ids of this kind begin with, without the colon: {@code UsState} gives {@code us-state}. */
    public String prefix() {
        StringBuilder prefix = new StringBuilder();
        boolean within = false;
        for (char letter : name.toCharArray()) {
            boolean capital = letter >= 'A' && letter <= 'Z';
            if (capital && within) {
                prefix.append('-');
            }
            prefix.append(letter);
            within = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
        }
        return prefix.toString().toLowerCase(Locale.ROOT);
    }
}
