package org.ficelle.load;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.graph.Element;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.View;

/**
 * A load as the graph remembers it.
 *
 * @param number 1 for a graph's first load, and one more for each further
 * @param at when it was written
 * @param milliseconds from the beginning of reading until it was written
 * @param version of Ficelle
 * @param ontology SHA-256 of the ontology's file
 * @param files what it was made from
 * @param counts for each sort of elements
 * @param listed whether each creation is kept as a {@link ElementChange}; those of a first load are not
 * @param omitted how many changes were too many to be kept
 */
public record LoadRecord(
        long number,
        ZonedDateTime at,
        long milliseconds,
        String version,
        String ontology,
        Files files,
        SortedMap<Sort, LoadCounts> counts,
        boolean listed,
        long omitted) {

    /**
     * The files of a load.
     *
     * @param count of all
     * @param digest of the names and bytes of all
     * @param changed those that are new or have other bytes than at the load before, each with its SHA-256 after a blank
     * @param moved those that had another name, as {@code old -> new}
     * @param gone names of those that were there at the load before
     */
    public record Files(int count, String digest, List<String> changed, List<String> moved, List<String> gone) {

        public Files {
            changed = List.copyOf(changed);
            moved = List.copyOf(moved);
            gone = List.copyOf(gone);
        }

        /** How many are new, changed, moved or gone. */
        public int different() {
            return changed.size() + moved.size() + gone.size();
        }
    }

    public LoadRecord {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Time and number. */
    public String id() {
        return at.toLocalDateTime() + "Z-" + number;
    }

    /** The counts of all sorts together. */
    public LoadCounts total() {
        return LoadCounts.sum(counts.values());
    }

    LoadRecord omitting(long changes) {
        return new LoadRecord(number, at, milliseconds, version, ontology, files, counts, listed, changes);
    }

    /** All loads that a graph remembers, the newest first. */
    public static List<LoadRecord> all(View view) {
        return view.nodes(GraphSchema.LOAD, "", Set.of()).stream()
                .map(LoadRecord::decode)
                .sorted(Comparator.comparing(LoadRecord::number).reversed())
                .toList();
    }

    static Optional<LoadRecord> last(View view) {
        return all(view).stream().findFirst();
    }

    Element.Node encode() {
        SortedMap<String, Object> properties = new TreeMap<>();
        properties.put("number", number);
        properties.put("at", at);
        properties.put("milliseconds", milliseconds);
        properties.put("version", version);
        properties.put("ontology", ontology);
        properties.put("files", (long) files.count());
        properties.put("filesDigest", files.digest());
        properties.put("filesChanged", files.changed());
        properties.put("filesMoved", files.moved());
        properties.put("filesGone", files.gone());
        properties.put("listed", listed);
        properties.put("omitted", omitted);
        put(properties, "", total());
        counts.forEach((sort, count) -> put(properties, sort.label(), count));
        return GraphImage.node(GraphSchema.LOAD, id(), properties);
    }

    private static void put(Map<String, Object> properties, String prefix, LoadCounts counts) {
        properties.put(name(prefix, "read"), (long) counts.read());
        properties.put(name(prefix, "created"), (long) counts.created());
        properties.put(name(prefix, "changed"), (long) counts.changed());
        properties.put(name(prefix, "unchanged"), (long) counts.unchanged());
        properties.put(name(prefix, "removed"), (long) counts.removed());
    }

    private static String name(String prefix, String count) {
        return prefix.isEmpty() ? count : prefix + count.substring(0, 1).toUpperCase(Locale.ROOT) + count.substring(1);
    }

    private static LoadRecord decode(Element.Node node) {
        Map<String, Object> properties = node.properties();
        SortedMap<Sort, LoadCounts> counts = new TreeMap<>();
        for (Sort sort : Sort.values()) {
            counts.put(
                    sort,
                    new LoadCounts(
                            integer(properties, name(sort.label(), "created")),
                            integer(properties, name(sort.label(), "changed")),
                            integer(properties, name(sort.label(), "unchanged")),
                            integer(properties, name(sort.label(), "removed"))));
        }
        return new LoadRecord(
                integer(properties, "number"),
                properties.get("at") instanceof ZonedDateTime at ? at : ZonedDateTime.parse("1970-01-01T00:00:00Z"),
                integer(properties, "milliseconds"),
                text(properties, "version"),
                text(properties, "ontology"),
                new Files(
                        integer(properties, "files"),
                        text(properties, "filesDigest"),
                        GraphImage.texts(properties.get("filesChanged")),
                        GraphImage.texts(properties.get("filesMoved")),
                        GraphImage.texts(properties.get("filesGone"))),
                counts,
                Boolean.TRUE.equals(properties.get("listed")),
                integer(properties, "omitted"));
    }

    private static int integer(Map<String, Object> properties, String name) {
        return properties.get(name) instanceof Long number ? Math.toIntExact(number) : 0;
    }

    private static String text(Map<String, Object> properties, String name) {
        return properties.get(name) instanceof String text ? text : "";
    }
}
