package org.ficelle.graph;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of the graph that loading creates, changes or removes as a whole. Property values are strings, longs, doubles,
 * booleans, dates ({@code LocalDate}), times ({@code ZonedDateTime}) or lists of strings.
 */
public sealed interface Element {

    ElementKey key();

    SortedMap<String, Object> properties();

    /** SHA-256 over everything the element holds that data files say, 64 hexadecimal digits. */
    String fingerprint();

    /** The element without what tells of loads and files only. */
    Element content();

    /** The element with these properties besides, or in place of those of the same names. */
    Element with(Map<String, Object> properties);

    /**
     * A node with the relationships that belong to it, such as a claim with its subject, asserter and document.
     *
     * @param labels beside the base label in the key
     */
    record Node(ElementKey key, List<String> labels, SortedMap<String, Object> properties, List<Edge> edges)
            implements Element {

        public Node {
            labels = sorted(labels);
            properties = frozen(properties);
            edges = sorted(edges);
        }

        @Override
        public String fingerprint() {
            return Fingerprint.of(this);
        }

        @Override
        public Node content() {
            return new Node(key, labels, lasting(properties), edges);
        }

        @Override
        public Node with(Map<String, Object> properties) {
            return new Node(key, labels, joined(this.properties, properties), edges);
        }
    }

    /** A relationship that has an identity of its own: a link from {@code from} to {@code to}, both entity ids. */
    record Tie(ElementKey key, String from, String to, SortedMap<String, Object> properties) implements Element {

        public Tie {
            properties = frozen(properties);
        }

        @Override
        public String fingerprint() {
            return Fingerprint.of(this);
        }

        @Override
        public Tie content() {
            return this;
        }

        @Override
        public Tie with(Map<String, Object> properties) {
            return new Tie(key, from, to, joined(this.properties, properties));
        }
    }

    /** A relationship that belongs to the node it leaves, such as {@code STATED_IN}. */
    record Edge(String type, ElementKey to, SortedMap<String, Object> properties) implements Comparable<Edge> {

        public Edge {
            properties = frozen(properties);
        }

        @Override
        public int compareTo(Edge other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : to.compareTo(other.to);
        }
    }

    private static SortedMap<String, Object> lasting(SortedMap<String, Object> properties) {
        SortedMap<String, Object> lasting = new TreeMap<>(properties);
        lasting.keySet().removeAll(GraphSchema.VOLATILE);
        return lasting;
    }

    private static SortedMap<String, Object> joined(SortedMap<String, Object> own, Map<String, Object> further) {
        SortedMap<String, Object> joined = new TreeMap<>(own);
        joined.putAll(further);
        return joined;
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> items) {
        return items.size() < 2 ? List.copyOf(items) : items.stream().sorted().toList();
    }

    private static SortedMap<String, Object> frozen(SortedMap<String, Object> properties) {
        return properties.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
