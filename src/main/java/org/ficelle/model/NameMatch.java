package org.ficelle.model;

/**
 * An entity found by name.
 *
 * @param matched the id, name or alias that matched
 * @param closeness how well
 * @param similarity 0 to 1, for ordering near matches; 1 for exact ones
 */
public record NameMatch(Vertex vertex, String matched, Closeness closeness, double similarity) {

    /** From best to worst. */
    public enum Closeness {
        /** The text is the entity's id. */
        ID,
        /** The text is a name or alias but for case, accents and script. */
        NAME,
        /** The text is part of a name, or a name with typing errors. */
        NEAR
    }
}
