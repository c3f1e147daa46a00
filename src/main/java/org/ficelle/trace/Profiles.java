package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ficelle.check.Lineage;
import org.ficelle.check.Standing;
import org.ficelle.graph.View;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Profile;
import org.ficelle.model.Proposition;
import org.ficelle.model.Stance;
import org.ficelle.model.Vertex;
import org.ficelle.model.When;

/** Puts together what the graph holds about one entity. */
public final class Profiles {

    private final View view;
    private final Vertex vertex;

    private Profiles(View view, Vertex vertex) {
        this.view = view;
        this.vertex = vertex;
    }

    /** The profile of the entity, its propositions and claims in time order. */
    public static Profile of(View view, Vertex vertex) {
        return new Profiles(view, vertex).profile();
    }

    private Profile profile() {
        List<Claim> about = new ArrayList<>();
        List<Claim> said = new ArrayList<>();
        for (Claim claim : view.claimsAbout(vertex.id())) {
            (isEnd(claim) ? about : said).add(claim);
        }
        List<Claim> denials = view.denialsOf(
                about.stream().filter(Claim::asserts).map(Claim::id).toList());
        List<Claim> all = new ArrayList<>(about);
        all.addAll(said);
        all.addAll(denials);
        SortedMap<String, Document> documents = view.documents(
                all.stream().map(claim -> claim.source().document()).toList());
        Comparator<Claim> order = timeOrder(documents);
        Map<String, Vertex> named = named(all, documents);
        Lineage lineage = new Lineage(
                documents, id -> named.containsKey(id) ? named.get(id).id() : id);
        List<Profile.Topic> topics = topics(about, lineage, order);
        said.sort(order);
        SortedMap<String, Entity> entities = new TreeMap<>();
        named.forEach((id, found) -> entities.put(id, found.entity()));
        return new Profile(vertex, topics, said, entities, documents);
    }

    private boolean isEnd(Claim claim) {
        return vertex.members().contains(claim.subject())
                || claim.object() != null && vertex.members().contains(claim.object());
    }

    private List<Profile.Topic> topics(List<Claim> about, Lineage lineage, Comparator<Claim> order) {
        Map<String, List<Claim>> byProposition = new LinkedHashMap<>();
        for (Claim claim : about.stream().sorted(order).toList()) {
            byProposition
                    .computeIfAbsent(canonical(claim.proposition()).id(), id -> new ArrayList<>())
                    .add(claim);
        }
        List<Profile.Topic> topics = new ArrayList<>();
        for (List<Claim> claims : byProposition.values()) {
            List<String> asserting =
                    claims.stream().filter(Claim::asserts).map(Claim::id).toList();
            Standing standing = Standing.of(claims, view.denialsOf(asserting), lineage);
            List<Claim> opposing = new ArrayList<>(standing.opposing());
            claims.stream()
                    .filter(claim -> claim.stance() == Stance.DENIES && !opposing.contains(claim))
                    .forEach(opposing::add);
            topics.add(new Profile.Topic(
                    canonical(claims.get(0).proposition()),
                    standing.status(),
                    standing.asserting().stream().sorted(order).toList(),
                    opposing.stream().sorted(order).toList(),
                    claims.stream()
                            .filter(claim -> !claim.asserts() && !opposing.contains(claim))
                            .toList(),
                    standing.origins(),
                    standing.documents()));
        }
        return topics;
    }

    /** The proposition with every member of this entity replaced by the one that stands for them. */
    private Proposition canonical(Proposition written) {
        String object = written.object();
        return new Proposition(
                canonical(written.subject()),
                written.relation(),
                object == null ? null : canonical(object),
                written.value());
    }

    private String canonical(String id) {
        return vertex.members().contains(id) ? vertex.id() : id;
    }

    private Map<String, Vertex> named(Collection<Claim> claims, Map<String, Document> documents) {
        Set<String> ids = new TreeSet<>(vertex.members());
        claims.forEach(claim -> ids.addAll(Cited.entities(claim)));
        documents.values().forEach(document -> ids.addAll(Cited.entities(document)));
        return view.vertices(ids);
    }

    /** By the publication date of the claim's document, undated ones last, then by id. */
    static Comparator<Claim> timeOrder(Map<String, Document> documents) {
        Map<String, String> days = new HashMap<>();
        documents.forEach((id, document) -> {
            When published = document.publication().published();
            if (published != null && published.range() != null) {
                days.put(id, published.range().first().toString());
            }
        });
        return Comparator.comparing(
                        (Claim claim) -> days.getOrDefault(claim.source().document(), "9999"))
                .thenComparing(claim -> claim.source().document())
                .thenComparing(Claim::id);
    }
}
