package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Oppositions;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;

/** The graph of a corpus without a database. Counts how often it is asked. */
final class MemoryView extends PlainView {

    private final Corpus corpus;
    private final Lineage lineage;
    private final Oppositions oppositions;
    private final Map<String, List<Link>> links = new HashMap<>();
    private final Map<String, Vertex> vertices = new HashMap<>();
    private int calls;
    private int linkCalls;

    MemoryView(Corpus corpus) {
        this.corpus = corpus;
        this.lineage = new Lineage(corpus.documents(), corpus::canonical);
        this.oppositions = new Oppositions(corpus);
        for (Link link : Links.of(corpus, oppositions, lineage)) {
            for (String end : new TreeSet<>(List.of(link.subject(), link.object()))) {
                links.computeIfAbsent(end, id -> new ArrayList<>()).add(link);
            }
        }
    }

    int calls() {
        return calls;
    }

    int linkCalls() {
        return linkCalls;
    }

    @Override
    Vertex vertex(String id) {
        return vertices.computeIfAbsent(corpus.canonical(id), canonical -> {
            Entity entity = corpus.entities().get(canonical);
            return new Vertex(
                    entity,
                    corpus.entities().keySet().stream()
                            .filter(other -> corpus.canonical(other).equals(canonical))
                            .toList(),
                    corpus.ontology().kind(entity.kind()).transit(),
                    (int) links.getOrDefault(canonical, List.of()).stream()
                            .filter(Link::walkable)
                            .count());
        });
    }

    @Override
    public Map<String, Vertex> vertices(Collection<String> ids) {
        calls++;
        Map<String, Vertex> found = new HashMap<>();
        ids.stream().filter(corpus.entities()::containsKey).forEach(id -> found.put(id, vertex(id)));
        return found;
    }

    @Override
    Map<String, List<Link>> links(Collection<String> entities) {
        calls++;
        linkCalls++;
        Map<String, List<Link>> found = new HashMap<>();
        entities.forEach(id -> found.put(
                id,
                links.getOrDefault(id, List.of()).stream()
                        .sorted(Comparator.comparing(Link::id))
                        .toList()));
        return found;
    }

    @Override
    public Map<String, Link> whole(Collection<Link> bare) {
        calls++;
        Map<String, Link> found = new HashMap<>();
        bare.forEach(wanted -> links.getOrDefault(wanted.subject(), List.of()).stream()
                .filter(link -> link.id().equals(wanted.id()))
                .forEach(link -> found.put(link.id(), link)));
        return found;
    }

    @Override
    public Map<String, Claim> claims(Collection<String> ids) {
        calls++;
        Map<String, Claim> found = new HashMap<>(corpus.claims());
        found.keySet().retainAll(new HashSet<>(ids));
        return found;
    }

    @Override
    public List<Claim> claimsAbout(String entity) {
        calls++;
        return corpus.claims().values().stream()
                .filter(claim -> Stream.of(
                                claim.subject(),
                                String.valueOf(claim.object()),
                                claim.source().assertedBy())
                        .anyMatch(id -> corpus.canonical(id).equals(entity)))
                .toList();
    }

    @Override
    public List<Claim> claimsBetween(String one, String other) {
        calls++;
        return corpus.claims().values().stream()
                .filter(claim -> claim.object() != null)
                .filter(claim -> {
                    String subject = corpus.canonical(claim.subject());
                    String object = corpus.canonical(String.valueOf(claim.object()));
                    return subject.equals(one) && object.equals(other) || subject.equals(other) && object.equals(one);
                })
                .toList();
    }

    @Override
    public List<Claim> denialsOf(Collection<String> claims) {
        calls++;
        return oppositions.denied().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(claims::contains))
                .map(entry -> corpus.claims().get(entry.getKey()))
                .toList();
    }

    @Override
    public SortedMap<String, Document> documents(Collection<String> ids) {
        calls++;
        Set<String> wanted = new TreeSet<>(ids);
        ids.forEach(id -> wanted.addAll(lineage.ancestors(id)));
        SortedMap<String, Document> found = new TreeMap<>(corpus.documents());
        found.keySet().retainAll(wanted);
        return found;
    }
}
