package org.ficelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.ficelle.model.Located;
import org.ficelle.model.Ontology;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;

/**
 * Brings made-up dossiers into an empty store part by part, without the checks of a load, so that a store of a million
 * links fits into a small heap. It leaves what a load of the same files leaves, but for the record of the load. Works only
 * for {@link Synthetic} dossiers: all claims on a proposition stand in one file, and so do entities that are one.
 */
final class Fill {

    private static final int ELEMENTS_AT_ONCE = 20_000;
    private static final int THREADS = 2;
    private static final int FILES_AHEAD = 4;
    private static final String DEGREE = "degree";

    private final Store store;
    private final List<Path> files;
    private final ExecutorService workers;
    private final Map<String, Element.Node> entities = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final SortedMap<String, String> canonical = new TreeMap<>();
    private final Set<List<String>> walkable = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();

    /**
     * What the other dossiers need of one.
     *
     * @param canonical the entities that are one
     * @param walkable subject, relation and object of the links that a path may use
     */
    private record Share(
            List<Element.Node> entities,
            List<Document> documents,
            SortedMap<String, String> canonical,
            List<List<String>> walkable) {}

    private Fill(Store store, List<Path> files, ExecutorService workers) {
        this.store = store;
        this.files = files;
        this.workers = workers;
    }

    /** Reads the folder that {@link Synthetic} wrote. */
    static void fill(Store store, Path folder) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.getFileName().toString().startsWith("made-up-"))
                    .sorted()
                    .toList();
            new Fill(store, files, workers).fill();
        } finally {
            workers.shutdownNow();
        }
    }

    private void fill() {
        Ontology ontology = read(files.get(0)).ontology().orElseThrow();
        inTurn(Fill::share, this::take);
        create(ontology, List.copyOf(degrees().values()));
        inTurn(this::elements, elements -> create(ontology, elements));
    }

    /** Works on the files beside each other, and takes up what comes out in their order. */
    private <T> void inTurn(Function<Path, T> work, Consumer<T> taker) {
        Deque<Future<T>> coming = new ArrayDeque<>();
        for (int i = 0; i < files.size() || !coming.isEmpty(); ) {
            if (i < files.size() && coming.size() < FILES_AHEAD) {
                Path file = files.get(i++);
                coming.add(workers.submit(() -> work.apply(file)));
            } else {
                taker.accept(join(coming.remove()));
            }
        }
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a made-up dossier is not as expected", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static DataSet read(Path file) {
        DataSet data = DataReader.read(List.of(file));
        if (!data.problems().isEmpty()) {
            throw new IllegalArgumentException(data.problems().get(0).toString());
        }
        return data;
    }

    private static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }

    private static Share share(Path file) {
        DataSet data = read(file);
        Ontology ontology = data.ontology().orElseThrow();
        Dossier dossier = data.dossiers().get(0);
        SortedMap<String, String> canonical = new TreeMap<>();
        List<List<String>> walkable = new ArrayList<>();
        for (Claim claim : values(dossier.claims())) {
            String object = claim.object();
            if (!claim.asserts() || object == null) {
                continue;
            }
            if (claim.relation().equals(Ontology.SAME_AS)) {
                unite(canonical, claim.subject(), object);
            } else if (ontology.relation(claim.relation()).walkable()) {
                walkable.add(List.of(claim.subject(), claim.relation(), object));
            }
        }
        Corpus corpus = corpus(ontology, dossier, List.of(), List.of(), canonical);
        List<Element.Node> entities = new ArrayList<>();
        for (Element element : GraphImage.of(corpus, List.of(), "").elements().values()) {
            if (element instanceof Element.Node node && node.key().type().equals(GraphSchema.ENTITY)) {
                entities.add(node);
            }
        }
        return new Share(entities, values(dossier.documents()), canonical, walkable);
    }

    /** The smallest of the ids stands for all. */
    private static void unite(Map<String, String> canonical, String one, String other) {
        String first = canonical.getOrDefault(one, one);
        String second = canonical.getOrDefault(other, other);
        String smaller = first.compareTo(second) < 0 ? first : second;
        canonical.put(one, smaller);
        canonical.put(other, smaller);
        canonical.replaceAll((id, leader) -> leader.equals(first) || leader.equals(second) ? smaller : leader);
    }

    private void take(Share share) {
        share.entities().forEach(node -> entities.put(node.key().id(), node));
        share.documents().forEach(document -> documents.put(document.id(), document));
        canonical.putAll(share.canonical());
        share.walkable()
                .forEach(link -> walkable.add(link.stream().map(this::word).toList()));
    }

    /** The same string for equal words, to save memory. */
    private String word(String word) {
        return words.computeIfAbsent(word, same -> same);
    }

    /** What the dossier adds to the graph beside its entities. */
    private List<Element> elements(Path file) {
        DataSet data = read(file);
        Dossier dossier = data.dossiers().get(0);
        Set<String> own = new HashSet<>();
        dossier.documents().forEach(located -> own.add(located.value().id()));
        Corpus corpus =
                corpus(data.ontology().orElseThrow(), dossier, values(dossier.claims()), upstream(own), canonical);
        return GraphImage.of(corpus, data.dossiers(), data.ontologyText()).elements().values().stream()
                .filter(element -> switch (element.key().type()) {
                    case GraphSchema.ENTITY -> false;
                    case GraphSchema.DOCUMENT -> own.contains(element.key().id());
                    case GraphSchema.ONTOLOGY -> file.equals(files.get(0));
                    default -> true;
                })
                .toList();
    }

    /** The documents and all that they derive from, in other dossiers too. */
    private List<Document> upstream(Set<String> ids) {
        Map<String, Document> found = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            Document document = documents.get(open.pop());
            if (document != null && found.put(document.id(), document) == null) {
                open.addAll(document.derivesFrom());
            }
        }
        return List.copyOf(found.values());
    }

    private static Corpus corpus(
            Ontology ontology,
            Dossier dossier,
            List<Claim> claims,
            List<Document> documents,
            SortedMap<String, String> canonical) {
        SortedSet<String> name = Collections.unmodifiableSortedSet(
                new TreeSet<>(Set.of(dossier.name().value())));
        SortedMap<String, Entity> entities = new TreeMap<>();
        SortedMap<String, Document> documentsById = new TreeMap<>();
        SortedMap<String, Claim> claimsById = new TreeMap<>();
        SortedMap<String, SortedSet<String>> declared = new TreeMap<>();
        values(dossier.entities()).forEach(entity -> entities.put(entity.id(), entity));
        documents.forEach(document -> documentsById.put(document.id(), document));
        claims.forEach(claim -> claimsById.put(claim.id(), claim));
        entities.keySet().forEach(id -> declared.put(id, name));
        documentsById.keySet().forEach(id -> declared.put(id, name));
        claimsById.keySet().forEach(id -> declared.put(id, name));
        return new Corpus(ontology, entities, documentsById, claimsById, declared, canonical);
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
        walkable.clear();
        words.clear();
        return entities;
    }

    private void create(Ontology ontology, List<? extends Element> elements) {
        for (int i = 0; i < elements.size(); i += ELEMENTS_AT_ONCE) {
            Collection<? extends Element> part = elements.subList(i, Math.min(elements.size(), i + ELEMENTS_AT_ONCE));
            List<Change> changes = new ArrayList<>();
            part.forEach(element -> changes.add(new Change.Create(element)));
            store.apply(ontology, changes);
        }
    }
}
