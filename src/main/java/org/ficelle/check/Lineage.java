package org.ficelle.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Publication;
import org.jspecify.annotations.Nullable;

/**
 * Where information started: which documents derive from which, and what a claim hangs on.
 *
 * <p>A document derives from another when a chain of {@code derivesFrom} leads there. Documents that derive from one
 * another in a circle count as one, under the smallest id among them. Ids that are not in the map are ignored.
 */
public final class Lineage {

    private final Map<String, Document> documents;
    private final UnaryOperator<String> canonical;
    private final Map<String, Set<String>> ancestors;
    private final Set<String> withdrawn;

    /** @param documents by id, of parties none of which was judged to be another */
    public Lineage(Map<String, Document> documents) {
        this(documents, UnaryOperator.identity());
    }

    /**
     * @param documents by id
     * @param canonical the id that stands for an entity and all it was judged to be
     */
    public Lineage(Map<String, Document> documents, UnaryOperator<String> canonical) {
        this(documents, canonical, new ConcurrentHashMap<>(), Set.of());
    }

    private Lineage(
            Map<String, Document> documents,
            UnaryOperator<String> canonical,
            Map<String, Set<String>> ancestors,
            Set<String> withdrawn) {
        this.documents = documents;
        this.canonical = canonical;
        this.ancestors = ancestors;
        this.withdrawn = withdrawn;
    }

    /** The same, as if these documents were withdrawn: no claim has an origin in or through them. */
    public Lineage without(Set<String> documents) {
        return new Lineage(this.documents, canonical, ancestors, Set.copyOf(documents));
    }

    /** Every document that this one derives from, itself not included unless it stands in a circle. */
    public Set<String> ancestors(String document) {
        Set<String> known = ancestors.get(document);
        if (known == null) {
            known = Collections.unmodifiableSet(reach(document, Set.of()));
            ancestors.put(document, known);
        }
        return known;
    }

    /** Whether {@code document} derives from {@code other} and not the other way round as well. */
    public boolean derives(String document, String other) {
        return ancestors(document).contains(other) && !ancestors(other).contains(document);
    }

    /** Whether the document derives from itself through others. */
    public boolean circular(String document) {
        return ancestors(document).contains(document);
    }

    /**
     * The documents where a claim's information started: of the documents in the lineage of the claim's document,
     * itself included, the most upstream ones that the asserter published or wrote; when the asserter published none of
     * them, the roots of the lineage.
     */
    public SortedSet<String> origins(Claim claim) {
        String document = claim.source().document();
        if (withdrawn.isEmpty() && ancestors(document).isEmpty()) {
            return new TreeSet<>(Set.of(document));
        }
        Set<String> lineage = new HashSet<>(ancestors(document));
        lineage.add(claim.source().document());
        Set<String> own = lineage.stream()
                .filter(id -> isBy(documents.get(id), claim.source().assertedBy()))
                .collect(Collectors.toSet());
        SortedSet<String> origins = mostUpstream(own.isEmpty() ? lineage : own);
        if (!withdrawn.isEmpty()) {
            origins.retainAll(left(claim.source().document()));
        }
        return origins;
    }

    private boolean isBy(@Nullable Document document, String asserter) {
        if (document == null) {
            return false;
        }
        String party = canonical.apply(asserter);
        Publication publication = document.publication();
        String publisher = publication.publisher();
        return publisher != null && canonical.apply(publisher).equals(party)
                || publication.authors().stream().map(canonical).anyMatch(party::equals);
    }

    /**
     * The independent origins of what these claims assert together. A document that derives from another in which one of
     * the claims stands, or from the origin of another, repeats and adds none.
     */
    public SortedSet<String> independentOrigins(Collection<Claim> claims) {
        Set<String> counted = new HashSet<>();
        claims.forEach(claim -> counted.add(claim.source().document()));
        SortedSet<String> origins = new TreeSet<>();
        for (Claim claim : claims) {
            String document = claim.source().document();
            if (ancestors(document).stream().noneMatch(other -> counted.contains(other) && derives(document, other))) {
                origins.addAll(origins(claim));
            }
        }
        return mostUpstream(origins);
    }

    /**
     * The documents without which a claim falls: the one it stands in, a sole origin, and every document through which
     * all ways from the one to the other lead.
     */
    public SortedSet<String> pillars(Claim claim) {
        String document = claim.source().document();
        Set<String> candidates = new HashSet<>(ancestors(document));
        candidates.add(document);
        SortedSet<String> pillars = new TreeSet<>();
        for (String candidate : candidates) {
            if (!without(Set.of(candidate)).stands(claim)) {
                pillars.add(candidate);
            }
        }
        return pillars;
    }

    /** Whether the claim's document and a way from there to one of its origins are left. */
    public boolean stands(Claim claim) {
        return !origins(claim).isEmpty();
    }

    /** What can be reached of the document's lineage, itself included, past what is withdrawn. */
    private Set<String> left(String document) {
        if (withdrawn.contains(document)) {
            return Set.of();
        }
        Set<String> left = reach(document, withdrawn);
        left.add(document);
        return left;
    }

    private SortedSet<String> mostUpstream(Set<String> ids) {
        SortedSet<String> upstream = new TreeSet<>();
        for (String id : ids) {
            boolean repeats = ancestors(id).stream()
                    .anyMatch(other -> ids.contains(other) && (derives(id, other) || sameCircle(id, other)));
            if (!repeats) {
                upstream.add(id);
            }
        }
        return upstream;
    }

    /** Whether {@code other} stands for {@code id}: both in one circle, and the other id is smaller. */
    private boolean sameCircle(String id, String other) {
        return other.compareTo(id) < 0
                && ancestors(id).contains(other)
                && ancestors(other).contains(id);
    }

    private Set<String> reach(String start, Set<String> withdrawn) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Document document = documents.get(open.pop());
            if (document == null) {
                continue;
            }
            for (String source : document.derivesFrom()) {
                if (!withdrawn.contains(source) && documents.containsKey(source) && reached.add(source)) {
                    open.push(source);
                }
            }
        }
        return reached;
    }
}
