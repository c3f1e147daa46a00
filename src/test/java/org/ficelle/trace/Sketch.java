package org.ficelle.trace;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.model.Annotations;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Corpus;
import org.ficelle.model.Denial;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Entity;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Kind;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.When;
import org.ficelle.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A small graph, put together from claims written {@code "person:a KNOWS person:b"}. Entities and documents come into
 * being when they are named; persons, companies, domains and servers may be passed through, countries may not.
 */
final class Sketch {

    static final Ontology ONTOLOGY = ontology();

    private final SortedMap<String, Entity> entities = new TreeMap<>();
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final SortedMap<String, Claim> claims = new TreeMap<>();
    private final SortedMap<String, String> canonical = new TreeMap<>();

    /** How a claim is made. */
    record Saying(
            Stance stance,
            @Nullable Modality modality,
            @Nullable Integer confidence,
            String by,
            String document,
            Period period,
            Denial denial) {

        static final Saying STATED = asserts(Modality.STATED);
        static final Saying DENIED = of(Stance.DENIES, null);
        static final Saying NOT_ESTABLISHED = of(Stance.NOT_ESTABLISHED, null);

        static Saying asserts(Modality modality) {
            return of(Stance.ASSERTS, modality);
        }

        private static Saying of(Stance stance, @Nullable Modality modality) {
            return new Saying(stance, modality, null, "person:reporter", "report", Period.UNSPECIFIED, Denial.NONE);
        }

        Saying confidence(int given) {
            return new Saying(stance, modality, given, by, document, period, denial);
        }

        Saying by(String asserter) {
            return new Saying(stance, modality, confidence, asserter, document, period, denial);
        }

        Saying in(String other) {
            return new Saying(stance, modality, confidence, by, other, period, denial);
        }

        Saying from(String date) {
            return new Saying(
                    stance, modality, confidence, by, document, new Period(when(date), period.until()), denial);
        }

        Saying until(String date) {
            return new Saying(
                    stance, modality, confidence, by, document, new Period(period.from(), when(date)), denial);
        }

        Saying targeting(String... targets) {
            return new Saying(
                    stance, modality, confidence, by, document, period, new Denial(List.of(targets), denial.general()));
        }

        Saying general() {
            return new Saying(stance, modality, confidence, by, document, period, new Denial(denial.targets(), true));
        }
    }

    private static When when(String date) {
        return new When(date, When.Range.parse(date), false, null);
    }

    private static Ontology ontology() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String name : List.of("Account", "Person", "Company", "Domain", "Server", "Media", "Country")) {
            kinds.put(
                    name,
                    new Kind(
                            name,
                            name.toLowerCase(Locale.ROOT),
                            KeyForm.SLUG,
                            !name.equals("Country"),
                            null,
                            null,
                            new Kind.Look("#000000", "name"),
                            ""));
        }
        Map<String, Relation> relations = new LinkedHashMap<>();
        relation(relations, "HEADS", RelationClass.ORGANISATIONAL, true, 0.9);
        relation(relations, "KNOWS", RelationClass.ORGANISATIONAL, true, 0.5);
        relation(relations, "POSTED", RelationClass.CONTENT, true, 0.8);
        relation(relations, "HOSTED_ON", RelationClass.TECHNICAL, true, 0.2);
        relation(relations, "LIVES_IN", RelationClass.CONTEXT, false, 0.1);
        relation(relations, "MENTIONS", RelationClass.CONTEXT, false, 0);
        relation(relations, Ontology.POSSIBLY_SAME_AS, RelationClass.IDENTITY, false, 0.2);
        relation(relations, Ontology.NOT_SAME_AS, RelationClass.IDENTITY, false, 0);
        Map<Modality, Double> priors = new EnumMap<>(Map.of(
                Modality.STATED, 0.8,
                Modality.ASSESSED, 0.7,
                Modality.ALLEGED, 0.4,
                Modality.SELF_DECLARED, 0.5,
                Modality.INFERRED, 0.4));
        return new Ontology(kinds, relations, priors);
    }

    private static void relation(
            Map<String, Relation> relations,
            String name,
            RelationClass relationClass,
            boolean walkable,
            double weight) {
        relations.put(
                name,
                new Relation(
                        name,
                        new Relation.Ends(Set.of(), Set.of(), null, false),
                        relationClass,
                        walkable,
                        weight,
                        name.toLowerCase(Locale.ROOT),
                        null,
                        null,
                        null,
                        ""));
    }

    /** Stated claims that make a chain: {@code "person:a KNOWS person:b HEADS company:c"}. */
    Sketch chain(String chain) {
        String[] words = chain.split(" ");
        for (int i = 0; i + 2 < words.length; i += 2) {
            says(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return this;
    }

    /** Stated claims. */
    Sketch says(String... propositions) {
        Arrays.stream(propositions).forEach(proposition -> says(proposition, Saying.STATED));
        return this;
    }

    Sketch says(String proposition, Saying saying) {
        claim(proposition, saying);
        return this;
    }

    /** Adds a claim and returns its id. */
    String claim(String proposition, Saying saying) {
        String[] words = proposition.split(" ");
        entity(words[0]);
        entity(words[2]);
        entity(saying.by());
        if (!documents.containsKey(saying.document())) {
            document(saying.document(), null);
        }
        Claim claim = Claim.of(
                Proposition.of(words[0], words[1], words[2]),
                saying.stance(),
                saying.modality(),
                new Source(saying.by(), saying.document(), "¶" + claims.size()),
                Wording.of(proposition, null, null),
                new Appraisal(
                        saying.confidence() == null ? null : new Confidence(saying.confidence(), null, null),
                        null,
                        null,
                        null),
                new Scope(saying.period(), null, saying.denial(), null, List.of()));
        claims.put(claim.id(), claim);
        return claim.id();
    }

    Sketch entity(String id) {
        String prefix = id.substring(0, id.indexOf(':'));
        String kind = prefix.substring(0, 1).toUpperCase(Locale.ROOT) + prefix.substring(1);
        entities.putIfAbsent(id, new Entity(id, kind, id, List.of(), null, false, Annotations.NONE));
        return this;
    }

    Sketch document(String id, @Nullable String published, String... derivesFrom) {
        Arrays.stream(derivesFrom)
                .filter(source -> !documents.containsKey(source))
                .forEach(source -> document(source, null));
        documents.put(
                id,
                new Document(
                        id,
                        DocumentType.REPORT,
                        id,
                        new Publication(
                                publisherOf(id), List.of(), published == null ? null : when(published), null, null),
                        List.of(derivesFrom),
                        null,
                        List.of(),
                        Annotations.NONE));
        return entity(publisherOf(id));
    }

    static String publisherOf(String document) {
        return "person:publisher-of-" + document;
    }

    /** Judges the entities to be one, for which the first stands. */
    Sketch merge(String... ids) {
        for (String id : ids) {
            entity(id);
            canonical.put(id, ids[0]);
        }
        return this;
    }

    Corpus corpus() {
        return new Corpus(ONTOLOGY, entities, documents, claims, new TreeMap<>(), canonical);
    }

    MemoryView view() {
        return new MemoryView(corpus());
    }

    Search search(String from, String to, Rules rules) {
        MemoryView view = view();
        return new PathFinder(Clock.systemUTC()).search(view, ONTOLOGY, view.vertex(from), view.vertex(to), rules);
    }

    PathAnswer find(String from, String to, Rules rules) {
        return search(from, to, rules).answer();
    }

    PathAnswer find(String from, String to) {
        return find(from, to, Rules.DEFAULT);
    }

    /** The paths as chains: {@code person:a KNOWS> person:b <HEADS company:c}. */
    static List<String> chains(PathAnswer answer) {
        return answer.paths().stream().map(Sketch::chain).toList();
    }

    static String chain(Path path) {
        StringBuilder chain = new StringBuilder(path.hops().get(0).from());
        path.hops().forEach(hop -> chain.append(hop.forward() ? " " : " <")
                .append(hop.link().relation())
                .append(hop.forward() ? "> " : " ")
                .append(hop.to()));
        return chain.toString();
    }
}
