package org.ficelle.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.View;
import org.ficelle.model.Claim;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;

/** What past loads did, as the graph remembers it. */
public final class History {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final String FIRST_BROUGHT = """
            MATCH (n:%s)
            WHERE n.firstSeen = $load
            RETURN n.id AS id
            ORDER BY id""";
    private static final String RETIRED_ABOUT = """
            MATCH (n:Tombstone)
            WHERE n.subject IN $members OR n.object IN $members OR n.assertedBy IN $members
            RETURN n.id AS id
            ORDER BY id""";
    private static final String CHANGES_ABOUT = """
            MATCH (n:Change)
            WHERE n.subject IN $members OR n.object IN $members OR n.assertedBy IN $members
                OR n.type = 'Entity' AND n.element IN $members
            RETURN n.id AS id
            ORDER BY id""";

    private final View view;

    /** Newest first. */
    private final List<LoadRecord> loads;

    public History(View view) {
        this.view = view;
        this.loads = LoadRecord.all(view);
    }

    /**
     * A claim's time in the graph.
     *
     * @param firstSeen the load that first brought it; absent when that was before loads were recorded
     * @param lastSeen the last load that had it
     * @param retiredBy the load that removed it; absent while the claim is in the graph
     */
    public record Life(
            Element.Node claim,
            @Nullable LoadRecord firstSeen,
            @Nullable LoadRecord lastSeen,
            @Nullable LoadRecord retiredBy) {}

    /**
     * What loads did to the claims about an entity.
     *
     * @param claims those there are and those there were, by id
     * @param changes newest load first
     */
    public record Biography(List<Life> claims, List<ElementChange> changes) {

        public Biography {
            claims = List.copyOf(claims);
            changes = List.copyOf(changes);
        }
    }

    /** Every load that changed something, the newest first. */
    public List<LoadRecord> loads() {
        return loads;
    }

    /** The load with this id. */
    public Optional<LoadRecord> load(String id) {
        return loads.stream().filter(load -> load.id().equals(id)).findFirst();
    }

    /** The loads that {@code text} may mean: {@code last}, a number, an id, or the beginning of ids. */
    public List<LoadRecord> named(String text) {
        if (text.equals("last")) {
            return loads.stream().limit(1).toList();
        }
        List<LoadRecord> exact = loads.stream()
                .filter(load ->
                        load.id().equals(text) || String.valueOf(load.number()).equals(text))
                .toList();
        return exact.isEmpty()
                ? loads.stream().filter(load -> load.id().startsWith(text)).toList()
                : exact;
    }

    /**
     * What a load did to each element, in order of types and ids. Of a load that created very much, and of a first load,
     * the claims that it brought and none of its other creations.
     */
    public List<ElementChange> changes(LoadRecord load) {
        List<ElementChange> changes = new ArrayList<>();
        for (Element.Node node : view.nodes(GraphSchema.CHANGE, load.id() + "#", Set.of())) {
            changes.add(ElementChange.decode(node));
        }
        if (!load.listed()) {
            Set<ElementKey> told = new HashSet<>();
            changes.forEach(change -> told.add(change.element()));
            for (String label : List.of(GraphSchema.CLAIM, GraphSchema.TOMBSTONE)) {
                stored(label, FIRST_BROUGHT.formatted(label), Map.of("load", load.id()))
                        .map(History::asClaim)
                        .filter(claim -> !told.contains(claim.key()))
                        .forEach(claim -> changes.add(ElementChange.of(load.id(), ElementChange.Deed.CREATED, claim)));
            }
        }
        changes.sort(Comparator.comparing(ElementChange::element).thenComparing(ElementChange::deed));
        return changes;
    }

    /** @param members ids of the entities that were judged to be the one asked for */
    public Biography about(Collection<String> members) {
        Map<String, Object> parameters = Map.of("members", List.copyOf(members));
        SortedMap<String, Life> claims = new TreeMap<>();
        List<ElementKey> live = members.stream()
                .flatMap(member -> view.claimsAbout(member).stream())
                .map(Claim::id)
                .distinct()
                .map(id -> new ElementKey(GraphSchema.CLAIM, id))
                .toList();
        view.stored(live).values().forEach(claim -> claims.put(claim.key().id(), life((Element.Node) claim)));
        stored(GraphSchema.TOMBSTONE, RETIRED_ABOUT, parameters)
                .forEach(tombstone -> claims.put(tombstone.key().id(), life(tombstone)));
        List<ElementChange> changes = new ArrayList<>();
        Set<List<Object>> told = new HashSet<>();
        stored(GraphSchema.CHANGE, CHANGES_ABOUT, parameters)
                .map(ElementChange::decode)
                .forEach(change -> {
                    changes.add(change);
                    told.add(List.of(change.load(), change.element()));
                });
        for (Life life : claims.values()) {
            LoadRecord first = life.firstSeen();
            if (first != null && told.add(List.of(first.id(), life.claim().key()))) {
                changes.add(ElementChange.of(first.id(), ElementChange.Deed.CREATED, life.claim()));
            }
        }
        Map<String, Long> numbers = new HashMap<>();
        loads.forEach(load -> numbers.put(load.id(), load.number()));
        changes.sort(Comparator.comparing((ElementChange change) -> -numbers.getOrDefault(change.load(), 0L))
                .thenComparing(ElementChange::element));
        return new Biography(List.copyOf(claims.values()), changes);
    }

    private Life life(Element.Node stored) {
        boolean retired = stored.key().type().equals(GraphSchema.TOMBSTONE);
        return new Life(
                asClaim(stored),
                load(stored, GraphSchema.FIRST_SEEN),
                retired
                        ? load(stored, Recording.LAST_SEEN)
                        : loads.stream().findFirst().orElse(null),
                retired ? load(stored, Recording.RETIRED_BY) : null);
    }

    private @Nullable LoadRecord load(Element.Node stored, String property) {
        return load(String.valueOf(stored.properties().get(property))).orElse(null);
    }

    private static Element.Node asClaim(Element.Node stored) {
        return new Element.Node(
                new ElementKey(GraphSchema.CLAIM, stored.key().id()),
                stored.labels(),
                stored.properties(),
                stored.edges());
    }

    /** The nodes whose ids the statement finds, in its order. */
    private Stream<Element.Node> stored(String label, String statement, Map<String, ?> parameters) {
        QueryResult found = view.query(statement, parameters, LONG);
        List<ElementKey> keys = found.rows().stream()
                .map(row -> new ElementKey(label, String.valueOf(row.get(0))))
                .toList();
        Map<ElementKey, Element> stored = view.stored(keys);
        return keys.stream().map(stored::get).filter(Objects::nonNull).map(Element.Node.class::cast);
    }
}
