package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ficelle.bench.SmallHeap;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.LinkCodec;
import org.ficelle.graph.VertexCodec;
import org.ficelle.model.Annotations;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.Proposition;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;
import org.ficelle.read.OntologyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search in a process whose heap is smaller than the graph: {@code -Dficelle.heap.links=N} makes the graph larger. */
class SmallHeapIT {

    private static final int LINKS = Integer.getInteger("ficelle.heap.links", 4_000);
    private static final int HEAP = Integer.getInteger("ficelle.heap.megabytes", 128);

    /** What one link takes when it is read with all that it rests on is about 45 kB; without, far less than one. */
    private static final int CLAIMS_OF_A_LINK = 500;

    private static final int AT_ONCE = 1_000;

    @TempDir
    Path folder;

    @Test
    void shouldFindAPathWithLessHeapThanTheGraphTakes() throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        fill(store);

        Process search = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        store.toString(),
                        id(0),
                        id(LINKS / 2))
                .redirectErrorStream(true)
                .start();
        String said = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(search.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(search.exitValue()).as(said).isZero();
        assertThat(said).contains("1 searches, 3 paths");
    }

    private static void fill(Path store) throws IOException {
        String ontologyText = Files.readString(Path.of("data", "ontology.json"));
        Ontology ontology = OntologyReader.parse(ontologyText);
        int entities = LINKS / 2 + 1;
        List<Element> elements = new ArrayList<>();
        elements.add(new Element.Node(
                new ElementKey(GraphSchema.ONTOLOGY, "ontology"),
                List.of(),
                new TreeMap<>(Map.of("text", ontologyText)),
                List.of()));
        for (int i = 0; i < entities; i++) {
            Entity entity = new Entity(id(i), "Person", id(i), List.of(), null, false, Annotations.NONE);
            elements.add(VertexCodec.encode(new Vertex(entity, List.of(id(i)), true, 4), List.of()));
        }
        try (EmbeddedStore filled = EmbeddedStore.open(store)) {
            create(filled, ontology, elements);
            Random random = new Random(11);
            for (int done = 0; done < LINKS; done += AT_ONCE) {
                create(
                        filled,
                        ontology,
                        IntStream.range(done, Math.min(LINKS, done + AT_ONCE))
                                .mapToObj(i -> (Element) LinkCodec.encode(link(i, entities, random)))
                                .toList());
            }
        }
    }

    private static void create(EmbeddedStore store, Ontology ontology, List<Element> elements) {
        store.apply(
                ontology,
                elements.stream()
                        .map(element -> (Change) new Change.Create(element))
                        .toList());
    }

    /** One half of the links make a ring, the others lead anywhere. */
    private static Link link(int number, int entities, Random random) {
        int from = number / 2;
        int to = number % 2 == 0 ? (from + 1) % entities : random.nextInt(entities);
        List<String> claims = IntStream.range(0, CLAIMS_OF_A_LINK)
                .mapToObj(i -> String.format("claim:%012d%012d", number, i))
                .toList();
        return new Link(
                Proposition.of(id(from), number % 2 == 0 ? "ASSOCIATE_OF" : "RELATIVE_OF", id(to)),
                LinkStatus.ESTABLISHED,
                RelationClass.ORGANISATIONAL,
                true,
                0.5,
                (300_000 + random.nextInt(100_000)) / 1e6,
                new Link.Backing(claims, List.of(), List.of(), List.of(), null, null));
    }

    private static String id(int number) {
        return "person:number-" + number;
    }
}
