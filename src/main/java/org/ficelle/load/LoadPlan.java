package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;

/**
 * What has to happen for the graph to hold exactly what the data says.
 *
 * @param changes creations, changes and removals, by key
 * @param counts for each sort of elements, none left out
 */
public record LoadPlan(List<Change> changes, SortedMap<Sort, LoadCounts> counts) {

    /** A load that removes a greater share of the graph's claims is stopped. */
    static final int MOST_PERCENT = 20;

    /** Fewer claims than these may go, whatever their share. */
    static final int FEW = 10;

    public LoadPlan {
        changes = List.copyOf(changes);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * @param image what the data says
     * @param present the fingerprint of every element in the graph
     */
    public static LoadPlan of(GraphImage image, Map<ElementKey, String> present) {
        List<Change> changes = new ArrayList<>();
        SortedMap<Sort, LoadCounts> counts = new TreeMap<>();
        for (Sort sort : Sort.values()) {
            counts.put(sort, LoadCounts.NONE);
        }
        for (Element element : image.elements().values()) {
            String fingerprint = present.get(element.key());
            if (fingerprint == null) {
                changes.add(new Change.Create(element));
                count(counts, element.key(), new LoadCounts(1, 0, 0, 0));
            } else if (!fingerprint.equals(element.fingerprint())) {
                changes.add(new Change.Update(element));
                count(counts, element.key(), new LoadCounts(0, 1, 0, 0));
            } else {
                count(counts, element.key(), new LoadCounts(0, 0, 1, 0));
            }
        }
        for (ElementKey key : present.keySet()) {
            if (!image.elements().containsKey(key)) {
                changes.add(new Change.Remove(key));
                count(counts, key, new LoadCounts(0, 0, 0, 1));
            }
        }
        return new LoadPlan(changes, counts);
    }

    private static void count(Map<Sort, LoadCounts> counts, ElementKey key, LoadCounts one) {
        counts.merge(Sort.of(key), one, LoadCounts::plus);
    }

    /** Whether the graph already holds what the data says. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The counts of all sorts together. */
    public LoadCounts total() {
        return LoadCounts.sum(counts.values());
    }

    /**
     * Why the plan should not be carried out unless that is meant: it removes more than a fifth of the graph's claims,
     * which is more often a mishap with files than a wish. A few claims may always go, but never all for nothing.
     */
    public Optional<String> objection() {
        LoadCounts claims = counts.getOrDefault(Sort.CLAIMS, LoadCounts.NONE);
        boolean many = claims.removed() >= FEW && claims.removed() * 100L > claims.present() * (long) MOST_PERCENT;
        boolean all = claims.removed() > 0 && claims.read() == 0;
        return many || all
                ? Optional.of("remove " + claims.removed() + " of the graph's " + claims.present() + " claims"
                        + (all ? "" : ", more than " + MOST_PERCENT + " %"))
                : Optional.empty();
    }
}
