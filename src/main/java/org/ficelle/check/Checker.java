package org.ficelle.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Kind;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/** Checks dossiers against the ontology and each other, and puts them together. */
public final class Checker {

    private final Ontology ontology;
    private final List<Dossier> dossiers;
    private final Ids ids;
    private final List<Problem> problems = new ArrayList<>();

    private Checker(Ontology ontology, List<Dossier> dossiers) {
        this.ontology = ontology;
        this.dossiers =
                dossiers.stream().sorted(Comparator.comparing(Dossier::file)).toList();
        this.ids = new Ids(ontology);
    }

    /** Finds every problem there is; warnings about the evidence only where there is no error to mislead them. */
    public static Checked check(Ontology ontology, List<Dossier> dossiers) {
        return new Checker(ontology, dossiers).check(true);
    }

    /** Finds every error; for a load, which has no use for warnings. */
    public static Checked errors(Ontology ontology, List<Dossier> dossiers) {
        return new Checker(ontology, dossiers).check(false);
    }

    private Checked check(boolean withWarnings) {
        checkNames();
        EntityRules entityRules = new EntityRules(ontology, ids, problems::add);
        Declared<Entity> entities = declared(Dossier::entities, entityRules::normal, Entity::id);
        Set<String> documentIds = dossiers.stream()
                .flatMap(dossier -> dossier.documents().stream())
                .map(document -> document.value().id())
                .collect(Collectors.toSet());
        References references = new References(ids, entities.byId().keySet(), documentIds, problems::add);
        DocumentRules documentRules = new DocumentRules(references, problems::add);
        Declared<Document> documents = declared(Dossier::documents, documentRules::normal, Document::id);
        ClaimRules claimRules = new ClaimRules(ontology, id -> kind(entities, id), ids, references, problems::add);
        Declared<Claim> claims = declared(Dossier::claims, claimRules::normal, Claim::id);
        entities.check(EntityRules.AGREEMENT, problems::add);
        documents.check(DocumentRules.AGREEMENT, problems::add);
        claims.check(ClaimRules.AGREEMENT, problems::add);
        Identity identity =
                new Identity(claims.byId().keySet().stream().map(claims::first).toList());
        identity.check(problems::add);
        Corpus corpus = new Corpus(
                ontology,
                entities.merged((id, all) -> EntityRules.merge(id, all, references)),
                documents.merged(DocumentRules::merge),
                claims.merged((id, all) -> ClaimRules.merge(all)),
                dossiersOf(entities, documents, claims),
                identity.canonical());
        Targets.check(corpus, claims, references, problems::add);
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new Checked(Optional.empty(), problems);
        }
        if (withWarnings) {
            problems.addAll(new Warnings(corpus, entities, documents, claims).all());
        }
        return new Checked(Optional.of(corpus), problems);
    }

    private void checkNames() {
        Map<String, Location> names = new HashMap<>();
        for (Dossier dossier : dossiers) {
            Located<String> name = dossier.name();
            Location first = names.putIfAbsent(name.value(), name.at());
            if (first != null) {
                problems.add(Problem.error(
                        name.at(),
                        "duplicate-dossier",
                        "the dossier " + name.value() + " has the name of the one in " + first.file() + ":"
                                + first.line(),
                        "name each dossier once"));
            }
        }
    }

    private <T> Declared<T> declared(
            Function<Dossier, List<Located<T>>> list, Function<Located<T>, Located<T>> normal, Function<T, String> id) {
        return new Declared<>(
                dossiers.stream().map(list).flatMap(List::stream).map(normal).toList(), id);
    }

    private Optional<Kind> kind(Declared<Entity> entities, String id) {
        return entities.byId().containsKey(id)
                ? Optional.ofNullable(
                        ontology.kinds().get(entities.first(id).value().kind()))
                : Optional.empty();
    }

    private SortedMap<String, SortedSet<String>> dossiersOf(
            Declared<Entity> entities, Declared<Document> documents, Declared<Claim> claims) {
        Map<String, String> nameByFile = new HashMap<>();
        dossiers.forEach(
                dossier -> nameByFile.put(dossier.file(), dossier.name().value()));
        return entities.dossiers(nameByFile)
                .with(documents.dossiers(nameByFile), Checker::joined)
                .with(claims.dossiers(nameByFile), Checker::joined);
    }

    private static SortedSet<String> joined(SortedSet<String> names, SortedSet<String> others) {
        SortedSet<String> joined = new TreeSet<>(names);
        joined.addAll(others);
        return joined;
    }
}
