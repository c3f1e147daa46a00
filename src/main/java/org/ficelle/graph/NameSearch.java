package org.ficelle.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ficelle.model.NameMatch;
import org.ficelle.model.NameMatch.Closeness;
import org.ficelle.model.Vertex;
import org.ficelle.names.Names;

/** How entities are found by name, whatever the store. */
final class NameSearch {

    private static final Comparator<NameMatch> BEST_FIRST = Comparator.comparing(NameMatch::closeness)
            .thenComparing(Comparator.comparingDouble(NameMatch::similarity).reversed())
            .thenComparing(match -> match.vertex().id());

    /** Names less near than this are other names. */
    private static final double NEAR = 0.7;

    /** How many of the index's hits are compared with the text, so that a common word stays cheap. */
    private static final int CANDIDATES = 500;

    private final Index index;

    NameSearch(Index index) {
        this.index = index;
    }

    /** A view on a store that can look names up. */
    interface Index extends View {

        /** Entities of which the folded names contain this line, as {@link VertexCodec#line} makes it. */
        List<Vertex> withLine(String line);

        /** The best hits of a query in Lucene's syntax in the full-text index; none when there is no such index. */
        List<Vertex> hits(String query, int limit);

        @Override
        default List<NameMatch> named(String text) {
            return new NameSearch(this).named(text);
        }

        @Override
        default List<NameMatch> search(String text, int limit) {
            return new NameSearch(this).search(text, limit);
        }
    }

    /** As {@link View#named}. */
    List<NameMatch> named(String text) {
        return exact(text).values().stream().sorted(BEST_FIRST).toList();
    }

    /** As {@link View#search}. */
    List<NameMatch> search(String text, int limit) {
        Map<String, NameMatch> found = exact(text);
        String query = NearNames.query(text);
        if (found.size() < limit && !query.isEmpty()) {
            for (Vertex vertex : index.hits(query, CANDIDATES)) {
                NameMatch match = nearest(vertex, text);
                if (match.similarity() >= NEAR) {
                    found.putIfAbsent(vertex.id(), match);
                }
            }
        }
        return found.values().stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    private Map<String, NameMatch> exact(String text) {
        String folded = Names.fold(text);
        LinkedHashSet<String> ids = new LinkedHashSet<>(List.of(text.strip(), folded));
        Map<String, Vertex> byId = index.vertices(ids);
        Map<String, NameMatch> matches = new HashMap<>();
        for (String id : ids) {
            Vertex vertex = byId.get(id);
            if (vertex != null) {
                matches.put(vertex.id(), new NameMatch(vertex, id, Closeness.ID, 1));
            }
        }
        for (Vertex vertex : index.withLine(VertexCodec.line(folded))) {
            names(vertex).stream()
                    .filter(name -> Names.fold(name).equals(folded))
                    .findFirst()
                    .ifPresent(
                            name -> matches.putIfAbsent(vertex.id(), new NameMatch(vertex, name, Closeness.NAME, 1)));
        }
        return matches;
    }

    private static NameMatch nearest(Vertex vertex, String text) {
        return names(vertex).stream()
                .map(name -> new NameMatch(vertex, name, Closeness.NEAR, Names.similarity(text, name)))
                .max(Comparator.comparingDouble(NameMatch::similarity))
                .orElseThrow();
    }

    private static List<String> names(Vertex vertex) {
        List<String> names = new ArrayList<>();
        names.add(vertex.entity().name());
        names.addAll(vertex.entity().aliases());
        return names;
    }
}
