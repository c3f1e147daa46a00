package org.ficelle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ficelle.check.Agreement.Facet;
import org.ficelle.model.Annotations;
import org.ficelle.model.Entity;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Kind;
import org.ficelle.model.Located;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.names.Nearest;

/** What holds for an entity by itself, and how several declarations of one become one. */
final class EntityRules {

    static final Agreement<Entity> AGREEMENT = new Agreement<>(
            "entity",
            entity -> "the entity " + entity.id(),
            "give each an id of its own",
            List.of(
                    new Facet<>("kind", Entity::kind),
                    new Facet<>("name", Entity::name),
                    new Facet<>("description", Entity::description),
                    new Facet<>("placeholder", Entity::placeholder),
                    new Facet<>("marking", entity -> entity.annotations().marking()),
                    new Facet<>("note", entity -> entity.annotations().note())),
            true);

    private final Ontology ontology;
    private final Ids ids;
    private final Consumer<Problem> problems;

    EntityRules(Ontology ontology, Ids ids, Consumer<Problem> problems) {
        this.ontology = ontology;
        this.ids = ids;
        this.problems = problems;
    }

    /** The declaration with its id in normal form, and what the file wrote among the aliases. */
    Located<Entity> normal(Located<Entity> declaration) {
        Entity entity = declaration.value();
        Optional<Kind> kind = kind(declaration);
        Ids.Reading reading = ids.read(entity.id());
        if (reading instanceof Ids.Fault fault) {
            if (kind.isPresent()) {
                problems.accept(Problem.error(declaration.at("id"), "bad-id", fault.wrong(), fault.right()));
            }
            return declaration;
        }
        Ids.Id id = (Ids.Id) reading;
        if (kind.isPresent() && !kind.get().equals(id.kind())) {
            problems.accept(Problem.error(
                    declaration.at("id"),
                    "bad-id",
                    "an id of the kind " + kind.get().name() + " does not begin with '"
                            + id.kind().prefix() + ":'",
                    "begin it with '" + kind.get().prefix() + ":', or write the kind "
                            + id.kind().name()));
        }
        if (id.kind().key() == KeyForm.DOMAIN && !id.id().contains(".")) {
            problems.accept(Problem.warning(
                    declaration.at("id"),
                    "unknown-tld",
                    id.id() + " has no top-level domain",
                    "it is taken as given; add the top-level domain if a document names it"));
        }
        if (id.id().equals(entity.id()) && id.alias() == null) {
            return declaration;
        }
        List<String> aliases = new ArrayList<>(entity.aliases());
        if (id.alias() != null) {
            aliases.add(id.alias());
        }
        return new Located<>(
                new Entity(
                        id.id(),
                        entity.kind(),
                        entity.name(),
                        aliases,
                        entity.description(),
                        entity.placeholder(),
                        entity.annotations()),
                declaration.at(),
                declaration.fields());
    }

    private Optional<Kind> kind(Located<Entity> declaration) {
        String name = declaration.value().kind();
        Kind kind = ontology.kinds().get(name);
        // Without a readable kind the reader has told so already.
        if (kind == null && !name.isEmpty()) {
            problems.accept(Problem.error(
                    declaration.at("kind"),
                    "unknown-kind",
                    "the ontology has no kind " + name,
                    Nearest.of(name, ontology.kinds().keySet())
                            .map(near -> "the nearest is " + near)
                            .orElse("write one of its kinds or add this one to it")));
        }
        return Optional.ofNullable(kind);
    }

    static Entity merge(String id, Declared.Merge<Entity> all, References references) {
        Entity first = all.first();
        return new Entity(
                id,
                first.kind(),
                first.name(),
                Stream.concat(all.united(Entity::aliases).stream(), references.aliases(id).stream())
                        .filter(alias -> !alias.equals(first.name()))
                        .distinct()
                        .sorted()
                        .toList(),
                all.given(Entity::description),
                all.declarations().stream().anyMatch(Entity::placeholder),
                new Annotations(
                        all.given(entity -> entity.annotations().marking()),
                        all.given(entity -> entity.annotations().note()),
                        all.united(entity -> entity.annotations().ref())));
    }
}
