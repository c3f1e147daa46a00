package org.ficelle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Annotations;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Denial;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Kind;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A small set of dossiers, put together by hand. Claims are written {@code "person:a HEADS company:b"}; entities and
 * documents come into being when they are named.
 */
public final class Sample {

    private static final String DEFAULT_DOSSIER = "one";
    private static final Map<String, String> KINDS = Map.of(
            "person", "Person",
            "company", "Company",
            "account", "Account",
            "domain", "Domain",
            "server", "Server",
            "campaign", "Campaign",
            "government", "Government",
            "country", "Country");

    public static final Ontology ONTOLOGY = ontology();

    private final List<String> dossierNames = new ArrayList<>();
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, String> declaredIn = new LinkedHashMap<>();
    private final SortedMap<String, String> canonical = new TreeMap<>();
    private String dossier = DEFAULT_DOSSIER;

    public Sample() {
        dossier(DEFAULT_DOSSIER);
    }

    /** What follows belongs to this dossier. */
    public Sample dossier(String name) {
        dossier = name;
        if (!dossierNames.contains(name)) {
            dossierNames.add(name);
        }
        return this;
    }

    public Sample entity(String id, String name, String... aliases) {
        String kind = KINDS.get(id.substring(0, id.indexOf(':')));
        return entity(new Entity(id, kind, name, List.of(aliases), null, false, Annotations.NONE));
    }

    public Sample entity(Entity entity) {
        entities.put(entity.id(), entity);
        declaredIn.putIfAbsent(entity.id(), dossier);
        return this;
    }

    public Sample document(String id, @Nullable String publisher, String... derivesFrom) {
        if (publisher != null) {
            named(publisher);
        }
        Document document = new Document(
                id,
                DocumentType.ARTICLE,
                "Title of " + id,
                new Publication(publisher, List.of(), null, null, null),
                List.of(derivesFrom),
                null,
                List.of(),
                Annotations.NONE);
        documents.put(id, document);
        declaredIn.putIfAbsent(id, dossier);
        return this;
    }

    /** The report states it. */
    public Sample claim(String proposition) {
        return claim(proposition, Stance.ASSERTS, Modality.STATED, "person:reporter", "report");
    }

    public Sample alleged(String proposition, String by, String document) {
        return claim(proposition, Stance.ASSERTS, Modality.ALLEGED, by, document);
    }

    public Sample notEstablished(String proposition) {
        return claim(proposition, Stance.NOT_ESTABLISHED, null, "person:reporter", "report");
    }

    public Sample denied(String proposition, String by, String... targets) {
        return claim(proposition, Stance.DENIES, null, by, "reply", new Denial(List.of(targets), false));
    }

    public Sample claim(String proposition, Stance stance, @Nullable Modality modality, String by, String document) {
        return claim(proposition, stance, modality, by, document, Denial.NONE);
    }

    private Sample claim(
            String proposition, Stance stance, @Nullable Modality modality, String by, String document, Denial denial) {
        String[] words = proposition.split(" ");
        named(words[0]);
        named(words[2]);
        named(by);
        if (!documents.containsKey(document)) {
            document(document, null);
        }
        Claim claim = Claim.of(
                Proposition.of(words[0], words[1], words[2]),
                stance,
                modality,
                new Source(by, document, null),
                Wording.of(by + " on " + proposition, null, null),
                Appraisal.UNSPECIFIED,
                new Scope(Period.UNSPECIFIED, null, denial, null, List.of()));
        claims.put(claim.id(), claim);
        declaredIn.putIfAbsent(claim.id(), dossier);
        return this;
    }

    private void named(String id) {
        if (!entities.containsKey(id)) {
            entity(id, id.substring(id.indexOf(':') + 1));
        }
    }

    /** The two are judged the same; the first stands for both. */
    public Sample same(String one, String other) {
        claim(one + " SAME_AS " + other);
        canonical.put(one, one);
        canonical.put(other, one);
        return this;
    }

    public Sample without(String claim) {
        if (claims.remove(claim) == null) {
            throw new IllegalArgumentException("no claim " + claim);
        }
        return this;
    }

    /** The id of a claim made by {@link #claim(String)}. */
    public static String claimId(String proposition, Stance stance, String by, String document) {
        String[] words = proposition.split(" ");
        return Claim.idOf(Proposition.of(words[0], words[1], words[2]), stance, new Source(by, document, null));
    }

    public GraphImage image() {
        return GraphImage.of(corpus(), dossiers(null), "{}");
    }

    /** The same, read in another order. */
    public GraphImage shuffled(long seed) {
        return GraphImage.of(corpus(), dossiers(new Random(seed)), "{}");
    }

    public Corpus corpus() {
        SortedMap<String, SortedSet<String>> dossiers = new TreeMap<>();
        declaredIn.forEach((id, name) -> dossiers.put(id, new TreeSet<>(Set.of(name))));
        return new Corpus(
                ONTOLOGY,
                new TreeMap<>(entities),
                new TreeMap<>(documents),
                new TreeMap<>(claims),
                dossiers,
                canonical);
    }

    public List<Dossier> dossiers(@Nullable Random order) {
        List<Dossier> dossiers = new ArrayList<>();
        for (String name : dossierNames) {
            dossiers.add(new Dossier(
                    located(name),
                    null,
                    name + (order == null ? "" : order.nextInt()) + ".json",
                    order == null ? "" : String.valueOf(order.nextInt()),
                    declared(documents, name, order),
                    declared(entities, name, order),
                    declared(claims, name, order)));
        }
        if (order != null) {
            Collections.shuffle(dossiers, order);
        }
        return dossiers;
    }

    private <T> List<Located<T>> declared(Map<String, T> elements, String name, @Nullable Random order) {
        List<Located<T>> declared = new ArrayList<>();
        elements.forEach((id, element) -> {
            if (name.equals(declaredIn.get(id))) {
                declared.add(located(element));
            }
        });
        if (order != null) {
            Collections.shuffle(declared, order);
        }
        return declared;
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, new Location("sample.json", 1, 1), Map.of());
    }

    private static Ontology ontology() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        KINDS.values().stream()
                .sorted()
                .forEach(name -> kinds.put(
                        name,
                        new Kind(
                                name,
                                name,
                                KeyForm.SLUG,
                                !name.equals("Country"),
                                null,
                                null,
                                new Kind.Look("#000000", "name"),
                                name)));
        Map<String, Relation> relations = new LinkedHashMap<>();
        relation(relations, "HEADS", RelationClass.ORGANISATIONAL, 0.9);
        relation(relations, "PROMOTES", RelationClass.CONTENT, 0.5);
        relation(relations, "HOSTED_ON", RelationClass.TECHNICAL, 0.2);
        relation(relations, "ATTRIBUTED_TO", RelationClass.ATTRIBUTION, 1);
        relation(relations, "TARGETS", RelationClass.CONTEXT, 0);
        relation(relations, Ontology.SAME_AS, RelationClass.IDENTITY, 0);
        relation(relations, Ontology.NOT_SAME_AS, RelationClass.IDENTITY, 0);
        relation(relations, Ontology.POSSIBLY_SAME_AS, RelationClass.IDENTITY, 0);
        Map<Modality, Double> priors = new EnumMap<>(Modality.class);
        for (Modality modality : Modality.values()) {
            priors.put(modality, 0.5);
        }
        return new Ontology(kinds, relations, priors);
    }

    private static void relation(
            Map<String, Relation> relations, String name, RelationClass relationClass, double weight) {
        relations.put(
                name,
                new Relation(
                        name,
                        new Relation.Ends(Set.of(), Set.of(), null, false),
                        relationClass,
                        weight > 0,
                        weight,
                        name,
                        null,
                        null,
                        null,
                        name));
    }
}
