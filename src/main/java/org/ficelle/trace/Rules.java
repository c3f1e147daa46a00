package org.ficelle.trace;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.RelationClass;
import org.ficelle.model.When.Range;
import org.jspecify.annotations.Nullable;

/**
 * What a path may use, and how far the search goes.
 *
 * @param ties which links may be walked
 * @param passage which entities may be passed through
 * @param evidence which claims count
 * @param bounds how many paths, how long, and when to give up
 */
public record Rules(Ties ties, Passage passage, Evidence evidence, Bounds bounds) {

    /** No path is longer, whatever the rules. */
    public static final int MOST_HOPS = 50;

    /** Stands in for the weight of a relation that has none, when options let it be walked: less than any declared one. */
    public static final double LEAST_WEIGHT = 0.05;

    /** The rules that hold unless options say otherwise. */
    public static final Rules DEFAULT = new Rules(
            new Ties(
                    Set.of(),
                    Set.of(),
                    EnumSet.complementOf(EnumSet.of(LinkStatus.NOT_ESTABLISHED)),
                    false,
                    false,
                    false),
            new Passage(Set.of(), Set.of(), 50),
            new Evidence(null, null, Set.of(), 0),
            new Bounds(16, 3, 5_000_000, Duration.ofSeconds(60)));

    /**
     * Which links may be walked. A relation that is named here may be walked even when it is not walkable by default;
     * so may the context relations when the class is named. That two entities are <em>not</em> one is never walked.
     *
     * @param relations names of the only relations to walk; empty for all walkable ones
     * @param classes the only classes to walk; empty for all
     * @param statuses the only statuses to walk
     * @param context whether context relations may be walked besides
     * @param candidates whether entities that may be one may be taken for one
     * @param directed whether links are followed only as asserted, from subject to object
     */
    public record Ties(
            Set<String> relations,
            Set<RelationClass> classes,
            Set<LinkStatus> statuses,
            boolean context,
            boolean candidates,
            boolean directed) {

        public Ties {
            relations = Set.copyOf(relations);
            classes = Set.copyOf(classes);
            statuses = Collections.unmodifiableSet(
                    statuses.isEmpty() ? EnumSet.noneOf(LinkStatus.class) : EnumSet.copyOf(statuses));
        }
    }

    /**
     * Which entities may be passed through; the two ends are exempt.
     *
     * @param through ids of entities that may be passed through whatever their kind and number of links, and names of
     *     kinds that may be passed through unless the entity is a hub
     * @param avoid ids of entities that may not be passed through
     * @param hubDegree an entity with more walkable links than this is a hub, and not passed through
     */
    public record Passage(Set<String> through, Set<String> avoid, int hubDegree) {

        public Passage {
            through = Set.copyOf(through);
            avoid = Set.copyOf(avoid);
            require(hubDegree >= 0, "the hub degree must be 0 or more, not " + hubDegree);
        }
    }

    /**
     * Which claims count. Where any of this is set, status and strength of a link are worked out anew from the claims
     * that are left.
     *
     * @param asOf only claims in documents known to be published by this day; an undated document is not
     * @param during not the claims whose own dates lie wholly outside; undated claims count
     * @param without ids of documents, origins and claims that are taken as withdrawn
     * @param minConfidence 0 to 100; an assertion below counts for nothing. For an unspecified confidence the
     *     ontology's prior stands in
     */
    public record Evidence(
            @Nullable LocalDate asOf, @Nullable Range during, Set<String> without, int minConfidence) {

        public Evidence {
            without = Set.copyOf(without);
            require(
                    minConfidence >= 0 && minConfidence <= 100,
                    "the least confidence must be 0 to 100, not " + minConfidence);
        }
    }

    /**
     * How far the search goes.
     *
     * @param maxHops the longest path, 1 to {@link #MOST_HOPS}
     * @param k how many paths at most
     * @param links the search ends, incomplete, after reading more links than this
     * @param timeout the search ends, incomplete, after this time
     */
    public record Bounds(int maxHops, int k, long links, Duration timeout) {

        public Bounds {
            require(
                    maxHops >= 1 && maxHops <= MOST_HOPS,
                    "the number of hops must be 1 to " + MOST_HOPS + ", not " + maxHops);
            require(k >= 1, "the number of paths must be 1 or more, not " + k);
            require(links >= 1, "the limit on links must be 1 or more, not " + links);
            require(!timeout.isNegative() && !timeout.isZero(), "the time must be more than none");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new WrongRule(message);
        }
    }

    public Rules withTies(Ties changed) {
        return new Rules(changed, passage, evidence, bounds);
    }

    public Rules withPassage(Passage changed) {
        return new Rules(ties, changed, evidence, bounds);
    }

    public Rules withEvidence(Evidence changed) {
        return new Rules(ties, passage, changed, bounds);
    }

    public Rules withBounds(Bounds changed) {
        return new Rules(ties, passage, evidence, changed);
    }

    public Rules withRelations(Set<String> relations) {
        return withTies(new Ties(relations, ties.classes, ties.statuses, ties.context, ties.candidates, ties.directed));
    }

    public Rules withClasses(Set<RelationClass> classes) {
        return withTies(new Ties(ties.relations, classes, ties.statuses, ties.context, ties.candidates, ties.directed));
    }

    public Rules withStatuses(Set<LinkStatus> statuses) {
        return withTies(new Ties(ties.relations, ties.classes, statuses, ties.context, ties.candidates, ties.directed));
    }

    /** Only established links. */
    public Rules strict() {
        return withStatuses(Set.of(LinkStatus.ESTABLISHED));
    }

    public Rules withContext(boolean context) {
        return withTies(new Ties(ties.relations, ties.classes, ties.statuses, context, ties.candidates, ties.directed));
    }

    public Rules withCandidates(boolean candidates) {
        return withTies(new Ties(ties.relations, ties.classes, ties.statuses, ties.context, candidates, ties.directed));
    }

    public Rules withDirected(boolean directed) {
        return withTies(new Ties(ties.relations, ties.classes, ties.statuses, ties.context, ties.candidates, directed));
    }

    public Rules withThrough(Set<String> through) {
        return withPassage(new Passage(through, passage.avoid, passage.hubDegree));
    }

    public Rules withAvoid(Set<String> avoid) {
        return withPassage(new Passage(passage.through, avoid, passage.hubDegree));
    }

    public Rules withHubDegree(int hubDegree) {
        return withPassage(new Passage(passage.through, passage.avoid, hubDegree));
    }

    public Rules withAsOf(@Nullable LocalDate asOf) {
        return withEvidence(new Evidence(asOf, evidence.during, evidence.without, evidence.minConfidence));
    }

    public Rules withDuring(@Nullable Range during) {
        return withEvidence(new Evidence(evidence.asOf, during, evidence.without, evidence.minConfidence));
    }

    public Rules withWithout(Set<String> without) {
        return withEvidence(new Evidence(evidence.asOf, evidence.during, without, evidence.minConfidence));
    }

    public Rules withMinConfidence(int minConfidence) {
        return withEvidence(new Evidence(evidence.asOf, evidence.during, evidence.without, minConfidence));
    }

    public Rules withMaxHops(int maxHops) {
        return withBounds(new Bounds(maxHops, bounds.k, bounds.links, bounds.timeout));
    }

    public Rules withK(int k) {
        return withBounds(new Bounds(bounds.maxHops, k, bounds.links, bounds.timeout));
    }

    public Rules withLinks(long links) {
        return withBounds(new Bounds(bounds.maxHops, bounds.k, links, bounds.timeout));
    }

    public Rules withTimeout(Duration timeout) {
        return withBounds(new Bounds(bounds.maxHops, bounds.k, bounds.links, timeout));
    }
}
