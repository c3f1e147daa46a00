package org.ficelle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ficelle.check.Agreement.Facet;
import org.ficelle.model.Claim;
import org.ficelle.model.Denial;
import org.ficelle.model.Kind;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Proposition;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Value;
import org.ficelle.names.Nearest;

/** What holds for a claim by itself, given the ontology and what is declared. */
final class ClaimRules {

    /** One claim in two files is one only when it says the same in both; only its references may differ. */
    static final Agreement<Claim> AGREEMENT = new Agreement<>(
            "claim",
            claim -> "the claim '" + claim.proposition().id() + "'",
            "give each its own locator",
            List.of(
                    new Facet<>("modality", Claim::modality),
                    new Facet<>("statement", claim -> claim.wording().statement()),
                    new Facet<>("quote", claim -> claim.wording().quote()),
                    new Facet<>("note", claim -> claim.wording().note()),
                    new Facet<>("value", claim -> claim.proposition().value()),
                    new Facet<>("confidence", claim -> claim.appraisal().confidence()),
                    new Facet<>("credibility", claim -> claim.appraisal().credibility()),
                    new Facet<>("evidence", claim -> claim.appraisal().evidence()),
                    new Facet<>("hedge", claim -> claim.appraisal().hedge()),
                    new Facet<>("from", claim -> claim.scope().period().from()),
                    new Facet<>("until", claim -> claim.scope().period().until()),
                    new Facet<>("quantity", claim -> claim.scope().quantity()),
                    new Facet<>("targets", ClaimRules::targets),
                    new Facet<>("general", claim -> claim.scope().denial().general() ? "true" : null),
                    new Facet<>("marking", claim -> claim.scope().marking())),
            false);

    private final Ontology ontology;
    private final Function<String, Optional<Kind>> kindOf;
    private final References references;
    private final Ids ids;
    private final Consumer<Problem> problems;

    /** @param kindOf the declared kind of an entity */
    ClaimRules(
            Ontology ontology,
            Function<String, Optional<Kind>> kindOf,
            Ids ids,
            References references,
            Consumer<Problem> problems) {
        this.ontology = ontology;
        this.kindOf = kindOf;
        this.ids = ids;
        this.references = references;
        this.problems = problems;
    }

    /** The claim with every id in its normal form, its own included. */
    Located<Claim> normal(Located<Claim> declaration) {
        Claim claim = declaration.value();
        String written = claim.object();
        Proposition proposition = new Proposition(
                references.entity(claim.subject(), declaration.at("subject")),
                claim.relation(),
                written == null ? null : references.entity(written, declaration.at("object")),
                claim.proposition().value());
        String assertedBy = references.entity(claim.source().assertedBy(), declaration.at("assertedBy"));
        references.document(claim.source().document(), declaration.at("document"));
        Relation relation = ontology.relations().get(claim.relation());
        if (relation == null) {
            tellUnknown(declaration);
        } else {
            checkEnds(declaration, relation, proposition);
            checkIdentity(declaration, relation, proposition);
        }
        Scope scope = claim.scope();
        List<String> targets =
                scope.denial().targets().stream().map(ids::target).toList();
        boolean isNormal = proposition.equals(claim.proposition())
                && assertedBy.equals(claim.source().assertedBy())
                && targets.equals(scope.denial().targets());
        if (isNormal) {
            return declaration;
        }
        return new Located<>(
                Claim.of(
                        proposition,
                        claim.stance(),
                        claim.modality(),
                        new Source(
                                assertedBy,
                                claim.source().document(),
                                claim.source().locator()),
                        claim.wording(),
                        claim.appraisal(),
                        new Scope(
                                scope.period(),
                                scope.quantity(),
                                new Denial(targets, scope.denial().general()),
                                scope.marking(),
                                scope.ref())),
                declaration.at(),
                declaration.fields());
    }

    static Claim merge(Declared.Merge<Claim> all) {
        Claim first = all.first();
        Scope scope = first.scope();
        List<String> targets = targets(first);
        List<String> ref = all.united(claim -> claim.scope().ref());
        if (targets.equals(scope.denial().targets()) && ref.equals(scope.ref())) {
            return first;
        }
        return new Claim(
                first.id(),
                first.proposition(),
                first.stance(),
                first.modality(),
                first.source(),
                first.wording(),
                first.appraisal(),
                new Scope(
                        scope.period(),
                        scope.quantity(),
                        new Denial(targets, scope.denial().general()),
                        scope.marking(),
                        ref));
    }

    private static List<String> targets(Claim claim) {
        return claim.scope().denial().targets().stream().distinct().sorted().toList();
    }

    private void tellUnknown(Located<Claim> declaration) {
        String name = declaration.value().relation();
        problems.accept(Problem.error(
                declaration.at("relation"),
                "unknown-relation",
                "the ontology has no relation " + name,
                Nearest.of(name, ontology.relations().keySet())
                        .map(near -> "the nearest is " + near)
                        .orElse("write one of its relations or add this one to it")));
    }

    private void checkEnds(Located<Claim> declaration, Relation relation, Proposition proposition) {
        Relation.Ends ends = relation.ends();
        Value value = proposition.value();
        Optional<Kind> subject = kindOf.apply(proposition.subject());
        Optional<Kind> object = Optional.ofNullable(proposition.object()).flatMap(kindOf);
        if (value != null && ends.value() == null) {
            tell(
                    declaration,
                    "value",
                    "wrong-value",
                    relation.name() + " takes no value",
                    "name an entity as 'object'");
        } else if (value == null && ends.value() != null) {
            tell(
                    declaration,
                    "object",
                    "wrong-value",
                    relation.name() + " takes a " + ends.value().label() + ", not an entity",
                    "write 'value' instead of 'object'");
        } else if (value != null && value.type() != ends.value()) {
            tell(
                    declaration,
                    "value",
                    "wrong-value",
                    relation.name() + " takes a "
                            + Objects.requireNonNull(ends.value()).label() + ", and this is a "
                            + value.type().label(),
                    "write a " + Objects.requireNonNull(ends.value()).label());
        }
        boolean swapped = subject.isPresent()
                && object.isPresent()
                && ends.allowsSubject(object.get().name())
                && ends.allowsObject(subject.get().name());
        if (subject.isPresent() && !ends.allowsSubject(subject.get().name())) {
            tellEnd(declaration, "subject", relation.name() + " begins at ", ends.from(), subject.get(), swapped);
        }
        if (object.isPresent()
                && ends.value() == null
                && !ends.allowsObject(object.get().name())) {
            tellEnd(declaration, "object", relation.name() + " leads to ", ends.to(), object.get(), swapped);
        }
        boolean oneKind = ends.sameKind() || relation.relationClass() == RelationClass.IDENTITY;
        if (oneKind && subject.isPresent() && object.isPresent() && !subject.equals(object)) {
            tell(
                    declaration,
                    "object",
                    "wrong-kind",
                    relation.name() + " joins two entities of one kind, not "
                            + subject.get().name() + " and " + object.get().name(),
                    "name two of one kind");
        }
    }

    private void checkIdentity(Located<Claim> declaration, Relation relation, Proposition proposition) {
        Claim claim = declaration.value();
        if (relation.relationClass() != RelationClass.IDENTITY || !claim.asserts()) {
            return;
        }
        if (proposition.subject().equals(proposition.object())) {
            tell(declaration, "object", "same-entity", "both ends are " + proposition.subject(), "name two entities");
        }
        boolean judged = claim.modality() == Modality.INFERRED || claim.modality() == Modality.ASSESSED;
        if (!judged) {
            tell(
                    declaration,
                    "modality",
                    "no-judgement",
                    "whether two entities are one is a judgement",
                    "write inferred or assessed");
        } else if (claim.wording().note() == null && claim.modality() == Modality.ASSESSED) {
            tell(
                    declaration,
                    "relation",
                    "missing-field",
                    "this judgement of identity has no 'note'",
                    "give its basis in 'note'");
        }
    }

    private void tellEnd(
            Located<Claim> declaration,
            String field,
            String begins,
            Set<String> allowed,
            Kind actual,
            boolean swapped) {
        SortedSet<String> kinds = new TreeSet<>(allowed);
        String right = swapped ? "subject and object look swapped" : "name another entity or use another relation";
        tell(declaration, field, "wrong-kind", begins + or(kinds) + ", not " + actual.name(), right);
    }

    private void tell(Located<Claim> declaration, String field, String rule, String wrong, String right) {
        Location at = declaration.at(field);
        problems.accept(Problem.error(at, rule, wrong, right));
    }

    private static String or(SortedSet<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        List<String> list = new ArrayList<>(words);
        String last = list.remove(list.size() - 1);
        return String.join(", ", list) + " or " + last;
    }
}
