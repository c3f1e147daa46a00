package org.ficelle.load;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;

/**
 * What has to happen for the graph to hold exactly what the data says.
 *
 * @param changes creations, changes and removals, by key; those of a whole graph in the order in which it is best stored
 * @param counts for each sort of elements, none left out
 */
public record LoadPlan(List<Change> changes, SortedMap<Sort, LoadCounts> counts) {

    /** A load that removes a greater share of the graph's claims is stopped. */
    static final int MOST_PERCENT = 20;

    /** Fewer claims than these may go, whatever their share. */
    static final int FEW = 10;

    public LoadPlan {
        changes = Collections.unmodifiableList(changes);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * @param image what the data says
     * @param present tells the key and the fingerprint of every element in the graph, each once
     */
    public static LoadPlan of(GraphImage image, Consumer<BiConsumer<ElementKey, String>> present) {
        Function<ElementKey, Element> content = key -> image.element(key).orElseThrow();
        List<Change> changes = new ArrayList<>();
        SortedMap<Sort, LoadCounts> counts = new TreeMap<>();
        for (Sort sort : Sort.values()) {
            counts.put(sort, LoadCounts.NONE);
        }
        BitSet found = new BitSet(image.size());
        present.accept((key, fingerprint) -> {
            int number = image.indexOf(key);
            if (number < 0) {
                changes.add(new Change.Remove(key));
                count(counts, key, new LoadCounts(0, 0, 0, 1));
                return;
            }
            found.set(number);
            if (fingerprint.equals(image.element(number).fingerprint())) {
                count(counts, key, new LoadCounts(0, 0, 1, 0));
            } else {
                changes.add(new Change.Update(key, content, null));
                count(counts, key, new LoadCounts(0, 1, 0, 0));
            }
        });
        if (found.isEmpty() && changes.isEmpty()) {
            return ofAll(image, counts);
        }
        for (int number = found.nextClearBit(0); number < image.size(); number = found.nextClearBit(number + 1)) {
            ElementKey key = image.key(number);
            changes.add(new Change.Create(key, content));
            count(counts, key, new LoadCounts(1, 0, 0, 0));
        }
        changes.sort(Comparator.comparing(Change::key));
        return new LoadPlan(changes, counts);
    }

    /** The plan to create everything. It may be very much, so that a change is made when it is asked for. */
    private static LoadPlan ofAll(GraphImage image, SortedMap<Sort, LoadCounts> counts) {
        image.keys().forEach(key -> count(counts, key, new LoadCounts(1, 0, 0, 0)));
        return new LoadPlan(
                new AbstractList<>() {
                    @Override
                    public Change get(int place) {
                        int number = image.storedAt(place);
                        return new Change.Create(image.key(number), key -> image.element(number));
                    }

                    @Override
                    public int size() {
                        return image.size();
                    }
                },
                counts);
    }

    /**
     * The plan of these changes to a graph of which the rest stays as it is.
     *
     * @param present for each sort, in {@link LoadCounts#read}, how many elements the graph holds
     */
    static LoadPlan of(List<Change> changes, SortedMap<Sort, LoadCounts> present) {
        SortedMap<Sort, LoadCounts> counts = new TreeMap<>();
        for (Sort sort : Sort.values()) {
            counts.put(
                    sort,
                    new LoadCounts(
                            0, 0, present.getOrDefault(sort, LoadCounts.NONE).read(), 0));
        }
        for (Change change : changes) {
            if (change instanceof Change.Create) {
                count(counts, change.key(), new LoadCounts(1, 0, 0, 0));
            } else {
                boolean update = change instanceof Change.Update;
                count(counts, change.key(), new LoadCounts(0, update ? 1 : 0, -1, update ? 0 : 1));
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
