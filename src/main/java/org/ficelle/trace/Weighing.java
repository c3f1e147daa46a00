package org.ficelle.trace;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Standing;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Period;
import org.ficelle.model.Stance;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/** Works out status and strength of links anew where only some of their claims count. */
final class Weighing {

    /** For a confidence that is no exact binary fraction. */
    private static final double ROUNDING = 1e-9;

    private final Surroundings surroundings;
    private final Ontology ontology;

    Weighing(Surroundings surroundings, Ontology ontology) {
        this.surroundings = surroundings;
        this.ontology = ontology;
    }

    /** Reads the claims and documents behind the links in batches; to be called before they are weighed. */
    void prepare(Collection<Link> links) {
        surroundings.readWhole(links);
        List<Claim> claims = surroundings.claims(links.stream()
                .map(surroundings::whole)
                .flatMap(Weighing::claimIds)
                .distinct()
                .toList());
        surroundings.readDocuments(claims);
        surroundings.look(claims.stream()
                .filter(claim -> claim.stance() == Stance.DENIES)
                .flatMap(Weighing::denied)
                .flatMap(words -> Stream.of(words[0], words[2]))
                .map(surroundings::node)
                .toList());
    }

    /** Reads what the links rest on, and the documents in which their assertions stand, as far as withdrawing any of these takes it. */
    void prepareSources(Collection<Link> links, Set<String> withdrawn) {
        surroundings.readWhole(links);
        if (withdrawn.stream().anyMatch(id -> !id.startsWith(Claim.ID_PREFIX))) {
            surroundings.readDocumentsNamed(links.stream()
                    .flatMap(link -> surroundings.whole(link).backing().documents().stream())
                    .toList());
        }
    }

    /**
     * Whether a link may change where these documents and claims are withdrawn. What speaks against it counts as touched
     * by every document, since the link does not say where that stands.
     */
    boolean touches(Set<String> withdrawn, Link link) {
        Link.Backing backing = surroundings.whole(link).backing();
        return backing.claims().stream().anyMatch(withdrawn::contains)
                || backing.against().stream().anyMatch(withdrawn::contains)
                || withdrawn.stream()
                        .filter(id -> !id.startsWith(Claim.ID_PREFIX))
                        .anyMatch(id -> !backing.against().isEmpty() || restsOn(backing.documents(), id));
    }

    private boolean restsOn(List<String> documents, String withdrawn) {
        return documents.stream()
                .anyMatch(id -> id.equals(withdrawn)
                        || surroundings.lineage().ancestors(id).contains(withdrawn));
    }

    private static Stream<String> claimIds(Link link) {
        return Stream.concat(link.backing().claims().stream(), link.backing().against().stream());
    }

    /**
     * The link as the claims that count draw it, its strength never less than {@link Strength#LEAST}; empty when no
     * assertion is left.
     */
    Optional<Link> weigh(Link link, Rules.Evidence evidence) {
        if (link.weight() > 0 && evidence.equals(Rules.DEFAULT.evidence())) {
            return Optional.of(atLeast(link));
        }
        Lineage lineage = surroundings.lineage().without(evidence.without());
        Link.Backing backing = surroundings.whole(link).backing();
        List<Claim> asserting = surroundings.claims(backing.claims()).stream()
                .filter(claim -> counts(claim, evidence, lineage) && firmEnough(claim, evidence))
                .toList();
        List<Claim> against = surroundings.claims(backing.against()).stream()
                .filter(claim -> counts(claim, evidence, lineage) && opposes(claim, link, asserting))
                .toList();
        Standing standing = Standing.of(
                Stream.concat(asserting.stream(), having(against, Stance.NOT_ESTABLISHED))
                        .toList(),
                having(against, Stance.DENIES).toList(),
                lineage);
        double weight = link.weight() > 0 ? link.weight() : Rules.LEAST_WEIGHT;
        return Links.of(ontology, link.proposition(), standing, weight).map(Weighing::atLeast);
    }

    private static Stream<Claim> having(List<Claim> claims, Stance stance) {
        return claims.stream().filter(claim -> claim.stance() == stance);
    }

    /** The link with a strength that lets it be walked. */
    static Link atLeast(Link link) {
        return link.strength() >= Strength.LEAST
                ? link
                : new Link(
                        link.proposition(),
                        link.status(),
                        link.relationClass(),
                        link.walkable(),
                        link.weight(),
                        Strength.LEAST,
                        link.backing());
    }

    private boolean firmEnough(Claim claim, Rules.Evidence evidence) {
        return Links.confidence(ontology, claim) * 100 + ROUNDING >= evidence.minConfidence();
    }

    private boolean counts(Claim claim, Rules.Evidence evidence, Lineage lineage) {
        return !evidence.without().contains(claim.id())
                && lineage.stands(claim)
                && published(claim, evidence.asOf())
                && speaksOf(claim.scope().period(), evidence.during());
    }

    private boolean published(Claim claim, @Nullable LocalDate asOf) {
        if (asOf == null) {
            return true;
        }
        Document document = surroundings.documents().get(claim.source().document());
        When.Range range =
                document == null ? null : range(document.publication().published());
        return range != null && !range.last().isAfter(asOf);
    }

    private static boolean speaksOf(Period period, When.@Nullable Range during) {
        if (during == null) {
            return true;
        }
        When.Range from = range(period.from());
        When.Range until = range(period.until());
        return (from == null || !from.first().isAfter(during.last()))
                && (until == null || !until.last().isBefore(during.first()));
    }

    private static When.@Nullable Range range(@Nullable When when) {
        return when == null ? null : when.range();
    }

    /**
     * Whether a denial that opposes the link still finds an assertion to oppose: a general one only allegations, and one
     * that names claims only those, unless it also speaks to the proposition.
     */
    private boolean opposes(Claim claim, Link link, List<Claim> asserting) {
        if (claim.stance() != Stance.DENIES) {
            return true;
        }
        boolean speaksToAll = denied(claim).anyMatch(words -> link.id().equals(canonical(words)));
        return asserting.stream()
                .filter(assertion -> !claim.scope().denial().general() || assertion.modality() == Modality.ALLEGED)
                .anyMatch(assertion ->
                        speaksToAll || claim.scope().denial().targets().contains(assertion.id()));
    }

    /** The propositions that a denial denies, as written: subject, relation and object of each. */
    private static Stream<String[]> denied(Claim denial) {
        return Stream.concat(Stream.of(denial.proposition().id()), denial.scope().denial().targets().stream())
                .map(target -> target.split(" ", 3))
                .filter(words -> words.length == 3);
    }

    private String canonical(String[] words) {
        return surroundings.canonical(words[0]) + " " + words[1] + " " + surroundings.canonical(words[2]);
    }
}
