package org.ficelle.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Kind;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.ValueType;
import org.ficelle.names.Nearest;

/** Reads the ontology. */
public final class OntologyReader {

    private static final String ANY = "*";

    /** Labels and relationship types that the graph uses for claims, documents and loads. */
    private static final Set<String> RESERVED = Set.of(
            "Entity",
            "Claim",
            "Document",
            "Dossier",
            "Load",
            "Tombstone",
            "SUBJECT",
            "OBJECT",
            "ASSERTED_BY",
            "STATED_IN",
            "DERIVES_FROM",
            "PUBLISHED_BY",
            "DENIES");

    private final Consumer<Problem> problems;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, String> kindsByPrefix = new HashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();

    private OntologyReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The ontology in a text that was checked before; an {@link IllegalArgumentException} for a text that was not. */
    public static Ontology parse(String text) {
        List<Problem> problems = new ArrayList<>();
        return read("ontology.json", text.getBytes(StandardCharsets.UTF_8), problems::add)
                .orElseThrow(() -> new IllegalArgumentException(problems.get(0).toString()));
    }

    /** The ontology in these bytes, or empty after telling {@code problems} everything that is wrong with it. */
    static Optional<Ontology> read(String file, byte[] bytes, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Optional<Ontology> ontology = Optional.empty();
        try {
            Json.Obj object = new JsonSource(FileText.decode(file, bytes)).whole();
            ontology =
                    Optional.of(new OntologyReader(found::add).read(OntologyShapes.ONTOLOGY.read(object, found::add)));
        } catch (Unreadable unreadable) {
            found.add(unreadable.problem());
        }
        found.forEach(problems);
        return found.isEmpty() ? ontology : Optional.empty();
    }

    private Ontology read(Fields fields) {
        fields.objects("kinds").forEach(this::addKind);
        fields.objects("relations").forEach(this::addRelation);
        Map<Modality, Double> priors = new EnumMap<>(Modality.class);
        Fields table = fields.nested("priors");
        if (table != null) {
            for (Modality modality : Modality.values()) {
                var prior = table.number(modality.label());
                if (prior != null) {
                    priors.put(modality, prior.doubleValue());
                }
            }
        }
        return new Ontology(kinds, relations, priors);
    }

    private void addKind(Fields fields) {
        String name = fields.text("name");
        if (name == null) {
            return;
        }
        Kind kind = new Kind(
                name,
                fields.text("title", name),
                fields.choice(KeyForm.class, "key").orElse(KeyForm.SLUG),
                fields.flag("transit"),
                fields.text("stix"),
                fields.text("ftm"),
                new Kind.Look(fields.text("colour", ""), fields.text("caption", "")),
                fields.text("description", ""));
        String twin = kindsByPrefix.putIfAbsent(kind.prefix(), name);
        if (twin != null) {
            report(
                    fields,
                    "name",
                    "duplicate",
                    "ids of " + name + " and " + twin + " begin alike",
                    "name each kind once");
        }
        checkName(fields, name);
        kinds.putIfAbsent(name, kind);
    }

    private void addRelation(Fields fields) {
        String name = fields.text("name");
        if (name == null) {
            return;
        }
        checkName(fields, name);
        if (relations.containsKey(name)) {
            report(fields, "name", "duplicate", "the relation " + name + " stands twice", "name each relation once");
        }
        RelationClass relationClass =
                fields.choice(RelationClass.class, "class").orElse(RelationClass.CONTEXT);
        if (fields.flag("walkable")
                && (relationClass == RelationClass.CONTEXT || relationClass == RelationClass.IDENTITY)) {
            report(
                    fields,
                    "walkable",
                    "walkable-context",
                    "a relation of class " + relationClass.label() + " is walkable",
                    "write false or give it another class");
        }
        var weight = fields.number("weight");
        relations.putIfAbsent(
                name,
                new Relation(
                        name,
                        new Relation.Ends(
                                kinds(fields, "from"),
                                kinds(fields, "to"),
                                fields.choice(ValueType.class, "value").orElse(null),
                                fields.flag("sameKind")),
                        relationClass,
                        fields.flag("walkable"),
                        weight == null ? 0 : weight.doubleValue(),
                        fields.text("reads", ""),
                        fields.text("inverse"),
                        fields.text("stix"),
                        fields.text("ftm"),
                        fields.text("description", "")));
    }

    /** The kinds a relation may begin or end at; empty for any. */
    private Set<String> kinds(Fields fields, String end) {
        List<String> names = fields.texts(end);
        if (names.isEmpty() && fields.value(end) != null) {
            report(fields, end, "no-kinds", "'" + end + "' names no kind", "name one or write \"*\" for any");
        }
        if (names.equals(List.of(ANY))) {
            return Set.of();
        }
        for (String name : names) {
            if (!kinds.containsKey(name)) {
                String right = Nearest.of(name, kinds.keySet())
                        .map(near -> "the nearest is " + near)
                        .orElse("name a kind of this ontology, or \"*\" alone for any");
                report(fields, end, "unknown-kind", "'" + end + "' names no kind '" + name + "'", right);
            }
        }
        return new HashSet<>(names);
    }

    private void checkName(Fields fields, String name) {
        if (RESERVED.contains(name)) {
            report(fields, "name", "reserved", "the graph uses " + name + " itself", "choose another name");
        }
    }

    private void report(Fields fields, String field, String rule, String wrong, String right) {
        problems.accept(Problem.error(fields.place(field), rule, wrong, right));
    }
}
