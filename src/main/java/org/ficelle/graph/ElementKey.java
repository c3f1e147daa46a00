package org.ficelle.graph;

import java.util.Comparator;

/**
 * What identifies an element of the graph.
 *
 * @param type the base label of a node ({@code Entity}, {@code Claim}, {@code Document}, {@code Dossier}, …) or the
 *     relationship type of a link
 * @param id unique within the type
 */
public record ElementKey(String type, String id) implements Comparable<ElementKey> {

    private static final Comparator<ElementKey> ORDER =
            Comparator.comparing(ElementKey::type).thenComparing(ElementKey::id);

    @Override
    public int compareTo(ElementKey other) {
        return ORDER.compare(this, other);
    }
}
