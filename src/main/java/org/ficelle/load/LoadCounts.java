package org.ficelle.load;

import java.util.Collection;

/**
 * How many elements a load creates, changes, leaves and removes.
 *
 * @param removed elements of the graph that the data no longer has
 */
public record LoadCounts(int created, int changed, int unchanged, int removed) {

    static final LoadCounts NONE = new LoadCounts(0, 0, 0, 0);

    /** Elements that the data has: those created, changed and left. */
    public int read() {
        return created + changed + unchanged;
    }

    /** How many the graph had before. */
    int present() {
        return changed + unchanged + removed;
    }

    static LoadCounts sum(Collection<LoadCounts> counts) {
        return counts.stream().reduce(NONE, LoadCounts::plus);
    }

    LoadCounts plus(LoadCounts other) {
        return new LoadCounts(
                created + other.created, changed + other.changed, unchanged + other.unchanged, removed + other.removed);
    }
}
