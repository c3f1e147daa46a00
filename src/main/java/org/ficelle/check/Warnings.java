package org.ficelle.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Stance;
import org.ficelle.names.Names;

/** What somebody should look at in data that is sound: thin evidence, and what is probably an oversight. */
final class Warnings {

    private final Corpus corpus;
    private final Declared<Entity> entities;
    private final Declared<Document> documents;
    private final Declared<Claim> claims;
    private final Lineage lineage;
    private final Map<String, List<Claim>> bySubjectAndRelation;
    private final List<Problem> warnings = new ArrayList<>();

    Warnings(Corpus corpus, Declared<Entity> entities, Declared<Document> documents, Declared<Claim> claims) {
        this.corpus = corpus;
        this.entities = entities;
        this.documents = documents;
        this.claims = claims;
        this.lineage = new Lineage(corpus.documents(), corpus::canonical);
        this.bySubjectAndRelation =
                corpus.claims().values().stream().collect(Collectors.groupingBy(this::subjectAndRelation));
    }

    List<Problem> all() {
        Links.of(corpus, new Oppositions(corpus), lineage).forEach(this::lookAtLink);
        corpus.documents().values().forEach(this::lookAtDocument);
        corpus.claims().values().forEach(this::lookAtClaim);
        lookForOrphans();
        lookForTwins();
        return warnings;
    }

    private void lookAtLink(Link link) {
        List<String> origins = link.backing().origins();
        if (link.walkable() && origins.size() == 1) {
            int documents = link.backing().documents().size();
            Location at = link.backing().claims().stream()
                    .map(id -> claims.first(id).at())
                    .min(Location::compareTo)
                    .orElseThrow();
            warn(
                    at,
                    "single-origin",
                    link.id() + " rests on one origin, " + origins.get(0)
                            + (documents > 1 ? ", through " + documents + " documents" : ""),
                    "a second independent source would support it");
        }
    }

    private void lookAtDocument(Document document) {
        Located<Document> first = documents.first(document.id());
        var published = document.publication().published();
        if (published == null || published.range() == null) {
            warn(
                    first.at("published"),
                    "undated",
                    "the document " + document.id() + " has no resolved date",
                    "date it if anything tells when it was published");
        }
        String id = document.id();
        if (lineage.circular(id)) {
            SortedSet<String> circle = lineage.ancestors(id).stream()
                    .filter(other -> lineage.ancestors(other).contains(id))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (circle.first().equals(id)) {
                warn(
                        first.at("derivesFrom"),
                        "circular-derivation",
                        "these documents derive from one another in a circle: " + String.join(", ", circle),
                        "they count as one origin; correct 'derivesFrom' where it is wrong");
            }
        }
    }

    private void lookAtClaim(Claim claim) {
        Located<Claim> first = claims.first(claim.id());
        Document document = corpus.documents().get(claim.source().document());
        if (claim.source().locator() == null) {
            warn(
                    first.at(),
                    "no-locator",
                    "this claim does not say where in " + claim.source().document() + " it stands",
                    "add 'locator', such as ¶6");
        }
        if (claim.asserts() && document != null && isOwnVoice(claim, document)) {
            warn(
                    first.at("assertedBy"),
                    "unknown-publisher",
                    claim.proposition().id() + " stands in the own voice of " + document.id()
                            + ", whose publisher is not stated",
                    "state the publisher once it is known");
        }
        if (isHeadline(claim)) {
            lookAtHeadline(claim, first.at());
        }
    }

    /** Whether the document has no known publisher and passes on nobody else's words here. */
    private boolean isOwnVoice(Claim claim, Document document) {
        String asserter = claim.source().assertedBy();
        Entity entity = corpus.entities().get(asserter);
        boolean unnamed = entity != null && entity.placeholder();
        return document.publication().publisher() == null
                && (unnamed || document.publication().isBy(asserter))
                && lineage.ancestors(document.id()).stream()
                        .map(corpus.documents()::get)
                        .noneMatch(
                                source -> source != null && source.publication().isBy(asserter));
    }

    private static boolean isHeadline(Claim claim) {
        String locator = claim.source().locator();
        return claim.stance() == Stance.CHARACTERISES
                && locator != null
                && locator.toLowerCase(Locale.ROOT).matches(".*\\b(headline|title|titre)\\b.*");
    }

    /** A headline should be borne out by the document or its sources, and by nobody's negative finding be undone. */
    private void lookAtHeadline(Claim headline, Location at) {
        String document = headline.source().document();
        Set<String> lineageOf = new HashSet<>(lineage.ancestors(document));
        lineageOf.add(document);
        List<Claim> alike = bySubjectAndRelation.getOrDefault(subjectAndRelation(headline), List.of());
        boolean borneOut = alike.stream()
                .anyMatch(claim ->
                        claim.asserts() && lineageOf.contains(claim.source().document()));
        Optional<Claim> undone = alike.stream()
                .filter(claim -> claim.stance() == Stance.NOT_ESTABLISHED)
                .min(Comparator.comparing(Claim::id));
        if (undone.isPresent() || !borneOut) {
            warn(
                    at,
                    "headline-stronger",
                    "the headline of " + document + " says "
                            + headline.proposition().id()
                            + undone.map(claim -> ", and " + claim.source().assertedBy() + " could not establish "
                                            + claim.proposition().id())
                                    .orElse(", and neither its text nor its sources do"),
                    "it stays a headline: no link is drawn from it");
        }
    }

    private String subjectAndRelation(Claim claim) {
        return corpus.canonical(claim.subject()) + " " + claim.relation();
    }

    private void lookForOrphans() {
        Set<String> named = new HashSet<>();
        for (Claim claim : corpus.claims().values()) {
            named.add(claim.subject());
            named.add(claim.source().assertedBy());
            Stream.ofNullable(claim.object()).forEach(named::add);
        }
        for (Document document : corpus.documents().values()) {
            Stream.ofNullable(document.publication().publisher()).forEach(named::add);
            named.addAll(document.publication().authors());
        }
        for (String id : corpus.entities().keySet()) {
            if (!named.contains(id)) {
                warn(
                        entities.first(id).at(),
                        "orphan-entity",
                        "no claim and no document speaks of " + id,
                        "add the claim it is here for, or delete it");
            }
        }
    }

    private void lookForTwins() {
        Set<Set<String>> judged = corpus.claims().values().stream()
                .filter(claim -> claim.object() != null
                        && corpus.ontology().relation(claim.relation()).relationClass() == RelationClass.IDENTITY)
                .map(claim -> Set.copyOf(List.of(claim.subject(), String.valueOf(claim.object()))))
                .collect(Collectors.toSet());
        Map<String, List<Entity>> byName = corpus.entities().values().stream()
                .collect(Collectors.groupingBy(
                        entity -> entity.kind() + " " + Names.fold(entity.name()), TreeMap::new, Collectors.toList()));
        for (List<Entity> alike : byName.values()) {
            for (int i = 1; i < alike.size(); i++) {
                Entity entity = alike.get(i);
                alike.subList(0, i).stream()
                        .filter(other -> !judged.contains(Set.of(other.id(), entity.id()))
                                && !corpus.canonical(other.id()).equals(corpus.canonical(entity.id())))
                        .findFirst()
                        .ifPresent(other -> warn(
                                entities.first(entity.id()).at(),
                                "similar-names",
                                entity.id() + " has the name of " + other.id() + " ('" + other.name() + "')",
                                "judge with SAME_AS, NOT_SAME_AS or POSSIBLY_SAME_AS whether they are one"));
            }
        }
    }

    private void warn(Location at, String rule, String wrong, String right) {
        warnings.add(Problem.warning(at, rule, wrong, right));
    }
}
