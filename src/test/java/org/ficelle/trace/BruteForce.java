package org.ficelle.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Oppositions;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;
import org.ficelle.model.When;

/**
 * The slow and plain way to the same answer: takes out of the corpus the claims that do not count, draws all links anew,
 * walks every simple path, and sorts them.
 */
final class BruteForce {

    /** A path: its entities, and for each hop the ids of the walked links, the strongest first. */
    record Found(BigDecimal strength, List<String> entities, List<List<String>> links) {}

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::strength)
            .reversed()
            .thenComparing(found -> found.entities().size())
            .thenComparing(Found::entities, BruteForce::compare);

    private final MemoryView whole;
    private final Rules rules;
    private final Map<String, Map<String, List<Link>>> steps = new TreeMap<>();

    BruteForce(Corpus corpus, Rules rules) {
        this.whole = new MemoryView(corpus);
        this.rules = rules;
        Corpus counted = counted(corpus);
        for (Link link :
                Links.of(counted, new Oppositions(counted), new Lineage(counted.documents(), corpus::canonical))) {
            if (!link.subject().equals(link.object()) && walked(link)) {
                step(link.subject(), link.object(), link);
                if (!rules.ties().directed()) {
                    step(link.object(), link.subject(), link);
                }
            }
        }
        steps.values().forEach(ways -> ways.values()
                .forEach(links -> links.sort(
                        Comparator.comparing(BruteForce::strength).reversed().thenComparing(Link::id))));
    }

    private void step(String from, String to, Link link) {
        steps.computeIfAbsent(from, id -> new TreeMap<>())
                .computeIfAbsent(to, id -> new ArrayList<>())
                .add(link);
    }

    List<Found> paths(String from, String to) {
        List<Found> found = new ArrayList<>();
        walk(new ArrayDeque<>(List.of(from)), to, found);
        return found.stream().sorted(ORDER).toList();
    }

    private void walk(Deque<String> way, String to, List<Found> found) {
        String last = way.getLast();
        if (last.equals(to)) {
            found.add(found(List.copyOf(way)));
            return;
        }
        if (way.size() > rules.bounds().maxHops() || (way.size() > 1 && !passable(whole.vertex(last)))) {
            return;
        }
        for (String next : steps.getOrDefault(last, Map.of()).keySet()) {
            if (!way.contains(next)) {
                way.addLast(next);
                walk(way, to, found);
                way.removeLast();
            }
        }
    }

    private Found found(List<String> way) {
        BigDecimal product = BigDecimal.ONE;
        List<List<String>> links = new ArrayList<>();
        for (int i = 0; i + 1 < way.size(); i++) {
            List<Link> between = steps.get(way.get(i)).get(way.get(i + 1));
            product = product.multiply(strength(between.get(0)));
            links.add(between.stream().map(Link::id).toList());
        }
        return new Found(product, way, links);
    }

    private static BigDecimal strength(Link link) {
        return BigDecimal.valueOf(link.strength())
                .setScale(6, RoundingMode.HALF_EVEN)
                .max(new BigDecimal("0.000001"));
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int here = one.get(i).compareTo(other.get(i));
            if (here != 0) {
                return here;
            }
        }
        return 0;
    }

    boolean passable(Vertex vertex) {
        Rules.Passage passage = rules.passage();
        if (vertex.members().stream().anyMatch(passage.avoid()::contains)) {
            return false;
        }
        if (vertex.members().stream().anyMatch(passage.through()::contains)) {
            return true;
        }
        boolean kind =
                vertex.transit() || passage.through().contains(vertex.entity().kind());
        return kind && vertex.degree() <= passage.hubDegree();
    }

    private boolean walked(Link link) {
        Rules.Ties ties = rules.ties();
        if (!ties.statuses().contains(link.status()) || link.relation().equals(Ontology.NOT_SAME_AS)) {
            return false;
        }
        if (link.relation().equals(Ontology.POSSIBLY_SAME_AS)) {
            return ties.candidates() || ties.relations().contains(link.relation());
        }
        boolean context = link.relationClass() == RelationClass.CONTEXT;
        boolean ofClass = ties.classes().isEmpty() || ties.classes().contains(link.relationClass());
        if (!ties.relations().isEmpty()) {
            return ties.relations().contains(link.relation()) && ofClass;
        }
        return context ? ties.context() || ties.classes().contains(RelationClass.CONTEXT) : link.walkable() && ofClass;
    }

    /** The corpus as if only those claims and documents were there that count, and every relation had a weight. */
    private Corpus counted(Corpus corpus) {
        Rules.Evidence evidence = rules.evidence();
        SortedMap<String, Claim> claims = new TreeMap<>(corpus.claims());
        Lineage lineage = new Lineage(corpus.documents(), corpus::canonical);
        claims.values()
                .removeIf(claim -> evidence.without().contains(claim.id())
                        || !reaches(corpus.documents(), claim, lineage.origins(claim), evidence.without())
                        || !publishedBy(corpus.documents().get(claim.source().document()), evidence.asOf())
                        || outside(claim, evidence.during())
                        || (claim.asserts() && percent(corpus.ontology(), claim) < evidence.minConfidence()));
        SortedMap<String, Document> documents = new TreeMap<>(corpus.documents());
        documents.keySet().removeAll(evidence.without());
        Map<String, Relation> relations = new LinkedHashMap<>();
        corpus.ontology()
                .relations()
                .forEach((name, relation) -> relations.put(
                        name,
                        new Relation(
                                name,
                                relation.ends(),
                                relation.relationClass(),
                                relation.walkable(),
                                relation.weight() == 0 ? 0.05 : relation.weight(),
                                relation.reads(),
                                relation.inverse(),
                                relation.stix(),
                                relation.ftm(),
                                relation.description())));
        Ontology weighted = new Ontology(
                corpus.ontology().kinds(), relations, corpus.ontology().priors());
        return new Corpus(weighted, corpus.entities(), documents, claims, new TreeMap<>(), corpus.canonical());
    }

    /** Whether a way leads from the claim's document to one of its origins, touching nothing that is withdrawn. */
    private static boolean reaches(
            Map<String, Document> documents, Claim claim, Set<String> origins, Set<String> withdrawn) {
        Deque<String> open = new ArrayDeque<>(List.of(claim.source().document()));
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!withdrawn.contains(id) && documents.containsKey(id) && seen.add(id)) {
                open.addAll(documents.get(id).derivesFrom());
            }
        }
        return origins.stream().anyMatch(seen::contains);
    }

    private static boolean publishedBy(Document document, LocalDate day) {
        When published = document.publication().published();
        return day == null
                || (published != null
                        && published.range() != null
                        && !published.range().last().isAfter(day));
    }

    private static boolean outside(Claim claim, When.Range during) {
        if (during == null) {
            return false;
        }
        When from = claim.scope().period().from();
        When until = claim.scope().period().until();
        LocalDate first = from == null ? LocalDate.MIN : from.range().first();
        LocalDate last = until == null ? LocalDate.MAX : until.range().last();
        return first.isAfter(during.last()) || last.isBefore(during.first());
    }

    private static long percent(Ontology ontology, Claim claim) {
        Map<Modality, Long> priors = new HashMap<>();
        ontology.priors().forEach((modality, share) -> priors.put(modality, Math.round(share * 100)));
        return claim.appraisal().confidence() == null
                ? priors.get(claim.modality())
                : claim.appraisal().confidence().value();
    }
}
