package org.ficelle.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Corpus;
import org.ficelle.model.FixedMap;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.Proposition;
import org.ficelle.model.Relation;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/** The links that a corpus draws: one for each proposition between two entities that some claim asserts. */
public final class Links {

    private Links() {}

    /** All links, by id. */
    public static List<Link> of(Corpus corpus, Oppositions oppositions, Lineage lineage) {
        return oppositions.byProposition().keySet().stream()
                .flatMap(id -> of(corpus, oppositions, lineage, id).stream())
                .toList();
    }

    /** The link of the proposition with this id; empty when it gives a value, or no claim asserts it. */
    public static Optional<Link> of(Corpus corpus, Oppositions oppositions, Lineage lineage, String id) {
        return of(corpus, oppositions, lineage, id, oppositions.byProposition().getOrDefault(id, List.of()));
    }

    /** The link of the proposition with this number in the order of their ids, as above. */
    public static Optional<Link> of(Corpus corpus, Oppositions oppositions, Lineage lineage, int number) {
        FixedMap<List<Claim>> propositions = oppositions.byProposition();
        return of(corpus, oppositions, lineage, propositions.keys().get(number), propositions.at(number));
    }

    private static Optional<Link> of(
            Corpus corpus, Oppositions oppositions, Lineage lineage, String id, List<Claim> claims) {
        if (claims.isEmpty() || claims.get(0).object() == null) {
            return Optional.empty();
        }
        return of(
                corpus.ontology(),
                Canonical.proposition(corpus, claims.get(0)),
                Standing.of(claims, oppositions.denials(id), lineage),
                corpus.ontology().relation(claims.get(0).relation()).weight());
    }

    /**
     * The link that a proposition of this standing draws; empty when no claim asserts it.
     *
     * @param weight in place of the relation's own
     */
    public static Optional<Link> of(Ontology ontology, Proposition proposition, Standing standing, double weight) {
        return standing.status().map(status -> link(ontology, proposition, status, standing, weight));
    }

    private static Link link(
            Ontology ontology, Proposition proposition, LinkStatus status, Standing standing, double weight) {
        Relation relation = ontology.relation(proposition.relation());
        List<Claim> asserting = standing.asserting();
        return new Link(
                proposition,
                status,
                relation.relationClass(),
                relation.walkable(),
                weight,
                strength(ontology, weight, status, asserting),
                new Link.Backing(
                        asserting.stream().map(Claim::id).toList(),
                        standing.opposing().stream().map(Claim::id).toList(),
                        List.copyOf(standing.origins()),
                        List.copyOf(standing.documents()),
                        asserting.stream()
                                .map(claim -> first(claim.scope().period().from()))
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        asserting.stream()
                                .map(claim -> last(claim.scope().period().until()))
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)));
    }

    /** Weight × confidence of the strongest assertion, halved where contested, to six decimals. */
    private static double strength(Ontology ontology, double weight, LinkStatus status, List<Claim> asserting) {
        double confidence = asserting.stream()
                .mapToDouble(claim -> confidence(ontology, claim))
                .max()
                .orElse(0);
        double strength = weight * confidence * (status == LinkStatus.CONTESTED ? 0.5 : 1);
        return BigDecimal.valueOf(strength).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The claim's own confidence, 0 to 1; when it is unspecified, the ontology's prior for its modality. */
    public static double confidence(Ontology ontology, Claim claim) {
        Confidence given = claim.appraisal().confidence();
        return given != null ? given.value() / 100.0 : ontology.prior(Objects.requireNonNull(claim.modality()));
    }

    private static @Nullable LocalDate first(@Nullable When when) {
        return when == null || when.range() == null ? null : when.range().first();
    }

    private static @Nullable LocalDate last(@Nullable When when) {
        return when == null || when.range() == null ? null : when.range().last();
    }
}
