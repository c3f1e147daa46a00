package org.ficelle.model;

import java.util.List;

/**
 * A chain of links between two entities that visits none twice.
 *
 * @param strength the product over its hops; it orders answers and is no probability
 * @param hops at least one
 * @param weakest the index of the hop with the least strength, the first of several
 * @param documents ids of the documents behind its hops
 * @param origins ids of the independent origins behind its hops
 * @param breaks the documents and origins without which it falls
 */
public record Path(
        double strength,
        List<Hop> hops,
        int weakest,
        List<String> documents,
        List<String> origins,
        List<Break> breaks) {

    /** A document without which a path falls; {@code origin} when the information started there. */
    public record Break(String id, boolean origin) {}

    public Path {
        hops = List.copyOf(hops);
        documents = List.copyOf(documents);
        origins = List.copyOf(origins);
        breaks = List.copyOf(breaks);
    }
}
