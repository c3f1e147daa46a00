package org.ficelle.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.model.Annotations;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Proposition;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;

/** A graph of weighted edges: of two between the same vertices the lighter one, without claims. */
final class WeightedView extends PlainView {

    private static final String RELATION = "KNOWS";

    private final Map<String, Map<String, Link>> links = new HashMap<>();

    /** @param edges from, to, and the weight, of which the strength is e to the power of minus it */
    WeightedView(double[][] edges) {
        for (double[] edge : edges) {
            String from = id((int) edge[0]);
            String to = id((int) edge[1]);
            double strength = BigDecimal.valueOf(Math.exp(-edge[2]))
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .doubleValue();
            Link link = new Link(
                    Proposition.of(from, RELATION, to),
                    LinkStatus.ESTABLISHED,
                    RelationClass.ORGANISATIONAL,
                    true,
                    1,
                    strength,
                    new Link.Backing(List.of("claim:none"), List.of(), List.of(), List.of(), null, null));
            for (String end : List.of(from, to)) {
                links.computeIfAbsent(end, id -> new HashMap<>())
                        .merge(link.id(), link, (one, two) -> one.strength() >= two.strength() ? one : two);
            }
        }
    }

    private static String id(int number) {
        return "person:" + number;
    }

    Vertex vertex(int number) {
        return vertex(id(number));
    }

    @Override
    Vertex vertex(String id) {
        return new Vertex(
                new Entity(id, "Person", id, List.of(), null, false, Annotations.NONE),
                List.of(id),
                true,
                links.getOrDefault(id, Map.of()).size());
    }

    @Override
    public Map<String, Vertex> vertices(Collection<String> ids) {
        Map<String, Vertex> found = new HashMap<>();
        ids.forEach(id -> found.put(id, vertex(id)));
        return found;
    }

    @Override
    Map<String, List<Link>> links(Collection<String> entities) {
        Map<String, List<Link>> found = new HashMap<>();
        entities.forEach(id ->
                found.put(id, new ArrayList<>(links.getOrDefault(id, Map.of()).values())));
        return found;
    }

    @Override
    public Map<String, Link> whole(Collection<Link> bare) {
        Map<String, Link> found = new HashMap<>();
        bare.forEach(link -> found.put(link.id(), links.get(link.subject()).get(link.id())));
        return found;
    }

    @Override
    public Map<String, Claim> claims(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public List<Claim> claimsAbout(String entity) {
        return List.of();
    }

    @Override
    public List<Claim> claimsBetween(String one, String other) {
        return List.of();
    }

    @Override
    public List<Claim> denialsOf(Collection<String> claims) {
        return List.of();
    }

    @Override
    public SortedMap<String, Document> documents(Collection<String> ids) {
        return new TreeMap<>();
    }
}
