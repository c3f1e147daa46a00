package org.ficelle.load;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ficelle.check.Ids;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Link;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;

/**
 * The graph as the data says it should be. It depends on what the data files declare, and not on their order, their
 * names on disk or their white space.
 *
 * <p>It holds what the files say and not the elements: these are made when they are asked for. Elements are counted from
 * 0 in the order of their keys.
 */
public final class GraphImage {

    private static final String ONTOLOGY_ID = "ontology";

    private final Ontology ontology;
    private final NavigableMap<String, Section> byType = new TreeMap<>();
    private final NavigableMap<Integer, Section> byStart = new TreeMap<>();
    private final int[] claims;
    private int size;

    /**
     * The elements of one type.
     *
     * @param start the number of the first
     * @param ids in ascending order
     * @param made the element at a place among these
     */
    private record Section(String type, int start, List<String> ids, IntFunction<Element> made) {

        int end() {
            return start + ids.size();
        }
    }

    /** @param claims of the corpus, by their places among all, those of one document together */
    private GraphImage(Ontology ontology, int[] claims) {
        this.ontology = ontology;
        this.claims = claims;
    }

    /** @param ontologyText of the ontology's file, which the graph keeps so that it can be read without the files */
    public static GraphImage of(Corpus corpus, List<Dossier> dossiers, String ontologyText) {
        return ofNodes(corpus, nodes(corpus.ontology(), dossiers), ontologyText);
    }

    /** The nodes of the dossiers. Whoever has these need not keep the dossiers, which hold the place of everything. */
    public static List<Element> nodes(Ontology ontology, List<Dossier> dossiers) {
        Ids ids = new Ids(ontology);
        return dossiers.parallelStream()
                .<Element>map(dossier -> DossierNode.of(dossier, ids))
                .toList();
    }

    /**
     * @param dossiers see {@link #nodes}
     * @param ontologyText of the ontology's file
     */
    public static GraphImage ofNodes(Corpus corpus, List<Element> dossiers, String ontologyText) {
        SortedMap<String, Element> declared = new TreeMap<>();
        for (Element node : dossiers) {
            if (declared.put(node.key().id(), node) != null) {
                throw new IllegalArgumentException(
                        "two dossiers are " + node.key().id());
            }
        }
        Drawing drawing = new Drawing(corpus);
        SortedMap<String, IntStream.Builder> links = new TreeMap<>();
        Map<String, Integer> degrees = new HashMap<>();
        List<String> propositions = drawing.propositions();
        for (int number = 0; number < propositions.size(); number++) {
            Link link = drawing.drawn(number).orElse(null);
            if (link != null) {
                links.computeIfAbsent(link.relation(), type -> IntStream.builder())
                        .add(number);
                if (link.walkable()) {
                    degrees.merge(link.subject(), 1, Integer::sum);
                    if (!link.object().equals(link.subject())) {
                        degrees.merge(link.object(), 1, Integer::sum);
                    }
                }
            }
        }
        SortedMap<String, Contents> contents = new TreeMap<>();
        contents.put(GraphSchema.ONTOLOGY, Contents.of(List.of(ONTOLOGY_ID), id -> ontology(ontologyText)));
        contents.put(GraphSchema.DOSSIER, Contents.of(declared.keySet(), name -> Drawing.found(declared, name)));
        contents.put(
                GraphSchema.ENTITY,
                Contents.of(drawing.entities(), id -> drawing.entity(id, degrees.getOrDefault(id, 0))));
        contents.put(GraphSchema.DOCUMENT, Contents.of(corpus.documents().keySet(), drawing::document));
        contents.put(GraphSchema.CLAIM, Contents.of(corpus.claims().keySet(), drawing::claim));
        links.forEach((type, builder) -> {
            int[] numbers = builder.build().toArray();
            contents.put(type, new Contents(new Part(propositions, numbers), index -> drawing.link(numbers[index])));
        });
        GraphImage image = new GraphImage(corpus.ontology(), byDocument(corpus));
        contents.forEach(image::add);
        return image;
    }

    private static int[] byDocument(Corpus corpus) {
        Map<String, Integer> documents = new HashMap<>();
        corpus.documents().keySet().forEach(id -> documents.put(id, documents.size()));
        long[] order = new long[corpus.claims().size()];
        int place = 0;
        for (Claim claim : corpus.claims().values()) {
            order[place] = (long) Drawing.found(documents, claim.source().document()) << Integer.SIZE | place;
            place++;
        }
        Arrays.sort(order);
        return LongStream.of(order).mapToInt(each -> (int) each).toArray();
    }

    private record Contents(List<String> ids, IntFunction<Element> made) {

        static Contents of(Collection<String> ids, Function<String, Element> made) {
            List<String> list = List.copyOf(ids);
            return new Contents(list, index -> made.apply(list.get(index)));
        }
    }

    /** Some of the items of a list, by their numbers there. */
    private static final class Part extends AbstractList<String> implements RandomAccess {

        private final List<String> whole;
        private final int[] numbers;

        Part(List<String> whole, int[] numbers) {
            this.whole = whole;
            this.numbers = numbers;
        }

        @Override
        public String get(int index) {
            return whole.get(numbers[index]);
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    private void add(String type, Contents contents) {
        Section section = new Section(type, size(), contents.ids(), contents.made());
        if (!section.ids().isEmpty()) {
            byType.put(type, section);
            byStart.put(section.start(), section);
            size = section.end();
        }
    }

    public Ontology ontology() {
        return ontology;
    }

    /** How many elements there are. */
    public int size() {
        return size;
    }

    /** Lets go of what the files say. Only how much there is can be asked for from then on. */
    void release() {
        byType.clear();
        byStart.clear();
    }

    /** Every node and link, by key, made one after the other. */
    public Stream<Element> elements() {
        return IntStream.range(0, size()).mapToObj(this::element);
    }

    /** The key of every node and link, in order. */
    public Stream<ElementKey> keys() {
        return IntStream.range(0, size()).mapToObj(this::key);
    }

    /** The element with this key, if there is one. */
    public Optional<Element> element(ElementKey key) {
        int number = indexOf(key);
        return number < 0 ? Optional.empty() : Optional.of(element(number));
    }

    /** The number of the element with this key; negative when there is none. */
    int indexOf(ElementKey key) {
        Section section = byType.get(key.type());
        int index = section == null ? -1 : Collections.binarySearch(section.ids(), key.id());
        return section == null || index < 0 ? -1 : section.start() + index;
    }

    /**
     * The number of the element that is to be stored at this place of a new graph. There the claims of a document stand
     * together: a change of a file has to read and to write few parts of the disk then.
     */
    int storedAt(int place) {
        Section section = section(place);
        return section.type().equals(GraphSchema.CLAIM) ? section.start() + claims[place - section.start()] : place;
    }

    ElementKey key(int number) {
        Section section = section(number);
        return new ElementKey(section.type(), section.ids().get(number - section.start()));
    }

    Element element(int number) {
        Section section = section(number);
        return section.made().apply(number - section.start());
    }

    private Section section(int number) {
        return byStart.floorEntry(number).getValue();
    }

    private static Element ontology(String text) {
        return node(GraphSchema.ONTOLOGY, ONTOLOGY_ID, Map.of("text", text));
    }

    /** The texts of a property that is a list; none when it is not there. */
    static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    static Element.Node node(String label, String id, Map<String, Object> properties) {
        return new Element.Node(new ElementKey(label, id), List.of(), new TreeMap<>(properties), List.of());
    }
}
