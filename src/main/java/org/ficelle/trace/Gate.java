package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ficelle.graph.Neighbour;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.graph.Neighbours;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.RelationClass;
import org.jspecify.annotations.Nullable;

/** Which links and entities the rules let a path use, where some of the rules may be lifted to see what they keep out. */
final class Gate {

    /**
     * What the rules make of a link.
     *
     * @param walked whether no exclusion keeps it out that is not lifted
     * @param weighed a walked link as weighed; absent where the store has it so
     * @param exclusions the rules that it breaks
     */
    record Verdict(boolean walked, @Nullable Link weighed, Set<Exclusion> exclusions) {

        /** The link, if it is walked. */
        @Nullable
        Link of(Link link) {
            if (!walked) {
                return null;
            }
            return weighed == null ? Weighing.atLeast(link) : weighed;
        }

        private static Verdict out(Set<Exclusion> exclusions) {
            return new Verdict(false, null, exclusions);
        }
    }

    /** Each link of a sort has to be judged by itself. */
    private static final Verdict DIFFERS = new Verdict(false, null, Set.of());

    private static final Set<String> NEVER_WALKED = Set.of(Ontology.SAME_AS, Ontology.NOT_SAME_AS);
    private static final List<Exclusion> EVIDENCE =
            List.of(Exclusion.AS_OF, Exclusion.DURING, Exclusion.WITHOUT, Exclusion.MIN_CONFIDENCE);

    private final Rules rules;
    private final Set<Exclusion> lifted;
    private final Surroundings surroundings;
    private final Weighing weighing;
    private final Rules.Evidence evidence;
    private final boolean walkableOnly;
    private final boolean namesEntities;
    private final Set<LinkStatus> statuses;
    private final boolean everyClaimCounts;
    private final boolean onlyWithdraws;

    /** Of all links of a sort, by its number: where they are walked as asserted and, in the other half, against that. */
    private @Nullable Verdict[] bySort = new Verdict[64];

    Gate(Rules rules, Set<Exclusion> lifted, Surroundings surroundings, Weighing weighing) {
        this.surroundings = surroundings;
        this.rules = rules;
        this.lifted = EnumSet.noneOf(Exclusion.class);
        this.lifted.addAll(lifted);
        this.weighing = weighing;
        this.evidence =
                only(EVIDENCE.stream().filter(rule -> !lifted.contains(rule)).toList());
        this.everyClaimCounts = rules.evidence().equals(Rules.DEFAULT.evidence());
        this.walkableOnly = walkableOnly();
        this.statuses = EnumSet.noneOf(LinkStatus.class);
        this.statuses.addAll(rules.ties().statuses());
        Rules.Passage passage = rules.passage();
        this.namesEntities = !passage.avoid().isEmpty() || !passage.through().isEmpty();
        this.onlyWithdraws = rules.withWithout(Set.of()).evidence().equals(Rules.DEFAULT.evidence());
    }

    Rules rules() {
        return rules;
    }

    boolean lifts(Exclusion exclusion) {
        return lifted.contains(exclusion);
    }

    /** Whether only links are walked that count for the degree of an entity. */
    boolean walksWalkableOnly() {
        return walkableOnly;
    }

    private boolean walkableOnly() {
        Rules.Ties ties = rules.ties();
        return ties.relations().isEmpty()
                && !ties.context()
                && !ties.candidates()
                && !ties.classes().contains(RelationClass.CONTEXT)
                && !lifted.contains(Exclusion.CONTEXT)
                && !lifted.contains(Exclusion.CANDIDATE);
    }

    /** The rules about claims, where of these only {@code kept} hold. */
    private Rules.Evidence only(List<Exclusion> kept) {
        Rules.Evidence all = rules.evidence();
        return new Rules.Evidence(
                kept.contains(Exclusion.AS_OF) ? all.asOf() : null,
                kept.contains(Exclusion.DURING) ? all.during() : null,
                kept.contains(Exclusion.WITHOUT) ? all.without() : Set.of(),
                kept.contains(Exclusion.MIN_CONFIDENCE) ? all.minConfidence() : 0);
    }

    /** Whether it matters which entity it is that is to be passed through, and not only what stop it is. */
    boolean namesEntities() {
        return namesEntities;
    }

    /** Why the entity may not be passed through; absent when it may. */
    @Nullable
    Exclusion block(String id, Stop stop) {
        Rules.Passage passage = rules.passage();
        if (namesEntities && passage.avoid().contains(id)) {
            return Exclusion.AVOIDED;
        }
        if (namesEntities && passage.through().contains(id)) {
            return null;
        }
        if (!stop.transit() && !passage.through().contains(stop.kind())) {
            return Exclusion.KIND;
        }
        return stop.degree() > passage.hubDegree() ? Exclusion.HUB : null;
    }

    /** Reads the claims of those links of the nodes that cannot be judged without them. */
    void prepare(Collection<Node> nodes) {
        if (everyClaimCounts && walkableOnly) {
            return;
        }
        List<Link> possible = new ArrayList<>();
        for (Node node : nodes) {
            Neighbours links = node.neighbours();
            for (int i = 0; i < links.size(); i++) {
                Neighbour.Relation relation =
                        surroundings.numbering().sort(links.sort(i)).relation();
                boolean known = everyClaimCounts && relation.weight() > 0;
                if (!known && !NEVER_WALKED.contains(relation.name()) && lifted.containsAll(byRelation(relation))) {
                    possible.add(links.get(i).link(node.id()));
                }
            }
        }
        if (possible.isEmpty()) {
            return;
        }
        if (onlyWithdraws) {
            weighing.prepareSources(possible, rules.evidence().without());
        }
        Set<String> seen = new HashSet<>();
        List<Link> unweighed = possible.stream()
                .filter(link -> !asStored(link) && seen.add(link.id()))
                .toList();
        if (!unweighed.isEmpty()) {
            weighing.prepare(unweighed);
        }
    }

    /** Whether the rules about claims leave the link as the store has it. */
    private boolean asStored(Link link) {
        return link.weight() > 0
                && (everyClaimCounts
                        || onlyWithdraws && !weighing.touches(rules.evidence().without(), link));
    }

    /**
     * Judges a link of the node, one of these.
     *
     * @param back whether it would be walked towards the node
     */
    Verdict judge(Node node, Neighbours links, int link, boolean back) {
        int slot = 2 * links.sort(link) + (back ? 1 : 0);
        if (slot >= bySort.length) {
            bySort = Arrays.copyOf(bySort, 2 * slot);
        }
        Verdict verdict = bySort[slot];
        if (verdict == null) {
            Neighbour.Sort sort = surroundings.numbering().sort(links.sort(link));
            verdict = judge(sort.relation(), sort.status(), sort.outward() == back);
            bySort[slot] = verdict;
        }
        return verdict != DIFFERS
                ? verdict
                : judge(
                        links.get(link).link(node.id()),
                        surroundings.numbering().sort(links.sort(link)).outward() == back);
    }

    /** The verdict on every link of such a sort; {@link #DIFFERS} when there is none. */
    private Verdict judge(Neighbour.Relation relation, LinkStatus status, boolean against) {
        if (NEVER_WALKED.contains(relation.name())) {
            return Verdict.out(Set.of());
        }
        EnumSet<Exclusion> exclusions = byRelation(relation);
        if (against && rules.ties().directed()) {
            exclusions.add(Exclusion.DIRECTION);
        }
        if (!lifted.containsAll(exclusions)) {
            return Verdict.out(exclusions);
        }
        if (!everyClaimCounts || relation.weight() <= 0) {
            return DIFFERS;
        }
        if (!statuses.contains(status)) {
            exclusions.add(Exclusion.STATUS);
        }
        return new Verdict(lifted.containsAll(exclusions), null, exclusions);
    }

    /**
     * Judges a link.
     *
     * @param against whether it would be walked from its object to its subject
     */
    Verdict judge(Link link, boolean against) {
        Neighbour.Relation relation =
                new Neighbour.Relation(link.relation(), link.relationClass(), link.walkable(), link.weight());
        Verdict ofAll = judge(relation, link.status(), against);
        if (ofAll != DIFFERS) {
            return ofAll;
        }
        EnumSet<Exclusion> exclusions = byRelation(relation);
        if (against && rules.ties().directed()) {
            exclusions.add(Exclusion.DIRECTION);
        }
        boolean asStored = asStored(link);
        Optional<Link> weighed = asStored ? Optional.of(Weighing.atLeast(link)) : weighing.weigh(link, evidence);
        if (weighed.isEmpty()) {
            culprit(link).ifPresent(exclusions::add);
            return Verdict.out(exclusions);
        }
        if (!asStored && !everyClaimCounts) {
            exclusions.addAll(liftedEvidence(link, weighed.get()));
        }
        if (!walks(weighed.get())) {
            exclusions.add(Exclusion.STATUS);
        }
        return new Verdict(lifted.containsAll(exclusions), weighed.get(), exclusions);
    }

    private EnumSet<Exclusion> byRelation(Neighbour.Relation relation) {
        EnumSet<Exclusion> exclusions = EnumSet.noneOf(Exclusion.class);
        Rules.Ties ties = rules.ties();
        boolean named = ties.relations().contains(relation.name());
        if (relation.name().equals(Ontology.POSSIBLY_SAME_AS)) {
            if (!ties.candidates() && !named) {
                exclusions.add(Exclusion.CANDIDATE);
            }
            return exclusions;
        }
        if (!ties.relations().isEmpty() && !named) {
            exclusions.add(Exclusion.RELATION);
        }
        boolean contextual = relation.relationClass() == RelationClass.CONTEXT && !relation.walkable();
        boolean classNamed = ties.classes().contains(relation.relationClass());
        if (ties.relations().isEmpty() && !relation.walkable() && !ties.context() && !(contextual && classNamed)) {
            exclusions.add(Exclusion.CONTEXT);
        }
        if (!ties.classes().isEmpty() && !classNamed && (!ties.relations().isEmpty() || !contextual)) {
            exclusions.add(Exclusion.CLASS);
        }
        return exclusions;
    }

    private boolean walks(Link link) {
        return statuses.contains(link.status());
    }

    /** The rule about claims that by itself leaves none for the link; the first that holds when it takes several. */
    private Optional<Exclusion> culprit(Link link) {
        List<Exclusion> holding = EVIDENCE.stream()
                .filter(rule -> !lifted.contains(rule) && holds(rule))
                .toList();
        return holding.stream()
                .filter(rule -> weighing.weigh(link, only(List.of(rule))).isEmpty())
                .findFirst()
                .or(() -> holding.stream().findFirst());
    }

    /** The lifted rules about claims that would keep the link out: each that does so alone, or else all of them. */
    private Set<Exclusion> liftedEvidence(Link link, Link weighed) {
        List<Exclusion> holding = EVIDENCE.stream()
                .filter(rule -> lifted.contains(rule) && holds(rule))
                .toList();
        if (holding.isEmpty() || !keepOut(link, weighed, holding)) {
            return Set.of();
        }
        Set<Exclusion> alone = holding.stream()
                .filter(rule -> keepOut(link, weighed, List.of(rule)))
                .collect(Collectors.toSet());
        List<Exclusion> others =
                holding.stream().filter(rule -> !alone.contains(rule)).toList();
        return keepOut(link, weighed, others) ? Set.copyOf(holding) : alone;
    }

    /** Whether these lifted rules about claims would leave none, or give the link another status that is not walked. */
    private boolean keepOut(Link link, Link weighed, List<Exclusion> kept) {
        List<Exclusion> all = EVIDENCE.stream()
                .filter(rule -> kept.contains(rule) || !lifted.contains(rule))
                .toList();
        Optional<Link> judged = weighing.weigh(link, only(all));
        return judged.isEmpty() || (judged.get().status() != weighed.status() && !walks(judged.get()));
    }

    /** Whether the rule about claims is set at all. */
    private boolean holds(Exclusion rule) {
        return !only(List.of(rule)).equals(Rules.DEFAULT.evidence());
    }
}
