package org.ficelle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.ficelle.model.Link;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Wording;
import org.ficelle.read.Sample;

/** Documents and claims at random: derivations in circles, denials of anything, merged entities. */
final class World {

    private static final Ontology ONTOLOGY = Sample.ontology();
    private static final List<String> PARTIES = List.of("agency:a", "agency:b", "agency:c");

    private final Random random;
    final SortedMap<String, Document> documents = new TreeMap<>();
    final SortedMap<String, Claim> claims = new TreeMap<>();
    private final SortedMap<String, String> canonical = new TreeMap<>();

    World(Random random) {
        this.random = random;
        int size = 1 + random.nextInt(7);
        for (int i = 0; i < size; i++) {
            List<String> sources = new ArrayList<>();
            for (int other = 0; other < size; other++) {
                // Mostly downwards; now and then upwards, which makes circles.
                if (other != i && random.nextInt(other < i ? 3 : 12) == 0) {
                    sources.add("d" + other);
                }
            }
            put(document("d" + i, sources));
        }
        if (random.nextBoolean()) {
            canonical.put("person:p0", "person:p0");
            canonical.put("person:p1", "person:p0");
        }
        for (int i = random.nextInt(14); i > 0; i--) {
            put(claim(any(Stance.values()), any(Modality.values())));
        }
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    Document document(String id, List<String> derivesFrom) {
        return new Document(
                id,
                DocumentType.REPORT,
                id,
                new Publication(random.nextInt(4) == 0 ? null : any(PARTIES), List.of(), null, null, null),
                derivesFrom,
                null,
                List.of(),
                Annotations.NONE);
    }

    void put(Document document) {
        documents.put(document.id(), document);
    }

    void put(Claim claim) {
        claims.put(claim.id(), claim);
    }

    Proposition proposition() {
        return Proposition.of("person:p" + random.nextInt(3), "HEADS", "company:c" + random.nextInt(2));
    }

    Claim claim(Stance stance, Modality modality) {
        return claim(proposition(), stance, modality, any(List.copyOf(documents.keySet())));
    }

    Claim claim(Proposition proposition, Stance stance, Modality modality, String document) {
        List<String> targets = new ArrayList<>();
        for (int i = random.nextInt(3); stance == Stance.DENIES && i > 0; i--) {
            targets.add(
                    random.nextBoolean() || claims.isEmpty() ? proposition().id() : any(List.copyOf(claims.keySet())));
        }
        Denial denial = new Denial(targets, stance == Stance.DENIES && random.nextInt(4) == 0);
        return Claim.of(
                proposition,
                stance,
                stance == Stance.ASSERTS ? modality : null,
                new Source(any(PARTIES), document, "¶" + random.nextInt(1000)),
                Wording.of("They say so.", null, null),
                new Appraisal(
                        random.nextBoolean() ? null : new Confidence(random.nextInt(101), null, null),
                        null,
                        null,
                        null),
                new Scope(Period.UNSPECIFIED, null, denial, null, List.of()));
    }

    Corpus corpus() {
        return new Corpus(ONTOLOGY, new TreeMap<>(), documents, claims, new TreeMap<>(), canonical);
    }

    SortedMap<String, Link> links() {
        Corpus corpus = corpus();
        SortedMap<String, Link> links = new TreeMap<>();
        Links.of(corpus, new Oppositions(corpus), new Lineage(documents)).forEach(link -> links.put(link.id(), link));
        return links;
    }
}
