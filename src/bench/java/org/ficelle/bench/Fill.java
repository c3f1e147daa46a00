package org.ficelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.Store;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Ontology;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;

/**
 * Brings made-up dossiers into an empty store part by part, without the checks of a load, so that a store of a million
 * links fits into a small heap. It leaves what a load of the same files leaves, but for the record of the load. Works only
 * for {@link Synthetic} dossiers: all claims on a proposition stand in one file, and so do entities that are one.
 */
final class Fill {

    private static final int ENTITIES_AT_ONCE = 20_000;
    private static final String DEGREE = "degree";

    private final Store store;
    private final List<Path> files;
    private final Map<String, Element.Node> entities = new HashMap<>();
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final SortedMap<String, String> canonical = new TreeMap<>();
    private final Set<List<String>> walkable = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();

    private Fill(Store store, List<Path> files) {
        this.store = store;
        this.files = files;
    }

    /** Reads the folder that {@link Synthetic} wrote. */
    static void fill(Store store, Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            new Fill(
                            store,
                            all.filter(file -> file.getFileName().toString().startsWith("made-up-"))
                                    .sorted()
                                    .toList())
                    .fill();
        }
    }

    private void fill() {
        for (Path file : files) {
            look(read(file));
        }
        Ontology ontology = read(files.get(0)).ontology().orElseThrow();
        create(ontology, List.copyOf(degrees().values()));
        for (Path file : files) {
            DataSet data = read(file);
            GraphImage image = image(data);
            Set<String> own = new HashSet<>();
            data.dossiers()
                    .get(0)
                    .documents()
                    .forEach(located -> own.add(located.value().id()));
            create(
                    ontology,
                    image.elements()
                            .filter(element -> belongs(element, own, file.equals(files.get(0))))
                            .toList());
        }
    }

    private static boolean belongs(Element element, Set<String> ownDocuments, boolean first) {
        return switch (element.key().type()) {
            case GraphSchema.ENTITY -> false;
            case GraphSchema.DOCUMENT -> ownDocuments.contains(element.key().id());
            case GraphSchema.ONTOLOGY -> first;
            default -> true;
        };
    }

    private static DataSet read(Path file) {
        DataSet data = DataReader.read(List.of(file));
        if (!data.problems().isEmpty()) {
            throw new IllegalArgumentException(data.problems().get(0).toString());
        }
        return data;
    }

    /** Takes from a dossier what the others need of it. */
    private void look(DataSet data) {
        Ontology ontology = data.ontology().orElseThrow();
        Dossier dossier = data.dossiers().get(0);
        for (var located : dossier.claims()) {
            Claim claim = located.value();
            String object = claim.object();
            if (!claim.asserts() || object == null) {
                continue;
            }
            if (claim.relation().equals(Ontology.SAME_AS)) {
                unite(claim.subject(), object);
            } else if (ontology.relation(claim.relation()).walkable()) {
                walkable.add(List.of(word(claim.subject()), word(claim.relation()), word(object)));
            }
        }
        image(data).elements().forEach(element -> {
            if (element instanceof Element.Node node && node.key().type().equals(GraphSchema.ENTITY)) {
                entities.put(node.key().id(), node);
            }
        });
    }

    private String word(String word) {
        return words.computeIfAbsent(word, same -> same);
    }

    /** The smallest of the ids stands for all. */
    private void unite(String one, String other) {
        String first = canonical.getOrDefault(one, one);
        String second = canonical.getOrDefault(other, other);
        String smaller = first.compareTo(second) < 0 ? first : second;
        canonical.put(one, smaller);
        canonical.put(other, smaller);
        canonical.replaceAll((id, leader) -> leader.equals(first) || leader.equals(second) ? smaller : leader);
    }

    /** The graph of one dossier, with the documents of those before it for its lineage. */
    private GraphImage image(DataSet data) {
        Dossier dossier = data.dossiers().get(0);
        SortedMap<String, Entity> own = new TreeMap<>();
        SortedMap<String, Claim> claims = new TreeMap<>();
        SortedMap<String, SortedSet<String>> declared = new TreeMap<>();
        SortedSet<String> name = Collections.unmodifiableSortedSet(
                new TreeSet<>(Set.of(dossier.name().value())));
        dossier.entities().forEach(located -> own.put(located.value().id(), located.value()));
        dossier.claims().forEach(located -> claims.put(located.value().id(), located.value()));
        dossier.documents().forEach(located -> documents.put(located.value().id(), located.value()));
        own.keySet().forEach(id -> declared.put(id, name));
        claims.keySet().forEach(id -> declared.put(id, name));
        dossier.documents().forEach(located -> declared.put(located.value().id(), name));
        return GraphImage.of(
                new Corpus(data.ontology().orElseThrow(), own, documents, claims, declared, canonical),
                data.dossiers(),
                data.ontologyText());
    }

    /** The entities with the number of links that all dossiers together give them. */
    private Map<String, Element.Node> degrees() {
        Map<String, Long> degrees = new HashMap<>();
        Set<List<String>> links = new HashSet<>();
        for (List<String> link : walkable) {
            String subject = canonical.getOrDefault(link.get(0), link.get(0));
            String object = canonical.getOrDefault(link.get(2), link.get(2));
            if (links.add(List.of(subject, link.get(1), object))) {
                degrees.merge(subject, 1L, Long::sum);
                if (!subject.equals(object)) {
                    degrees.merge(object, 1L, Long::sum);
                }
            }
        }
        entities.replaceAll((id, node) -> {
            SortedMap<String, Object> properties = new TreeMap<>(node.properties());
            properties.put(DEGREE, degrees.getOrDefault(id, 0L));
            return new Element.Node(node.key(), node.labels(), properties, node.edges());
        });
        return entities;
    }

    private void create(Ontology ontology, List<? extends Element> elements) {
        for (int i = 0; i < elements.size(); i += ENTITIES_AT_ONCE) {
            Collection<? extends Element> part = elements.subList(i, Math.min(elements.size(), i + ENTITIES_AT_ONCE));
            List<Change> changes = new ArrayList<>();
            part.forEach(element -> changes.add(new Change.Create(element)));
            store.apply(ontology, changes);
        }
    }
}
