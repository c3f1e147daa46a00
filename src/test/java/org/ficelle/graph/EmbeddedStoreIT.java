package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Denial;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.When;
import org.ficelle.model.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    private final Sample sample = new Sample()
            .claim("person:a HEADS company:b")
            .claim("company:b PROMOTES domain:c")
            .claim("domain:c HOSTED_ON server:d");

    @Test
    void shouldHoldExactlyWhatWasApplied() {
        GraphImage image = sample.image();

        graph.store().apply(Sample.ONTOLOGY, creations(image));

        try (View view = graph.view()) {
            assertThat(view.elements())
                    .containsExactlyElementsOf(image.elements().values());
            assertThat(view.ontology()).contains("{}");
            view.elements().forEach(element -> assertThat(view.fingerprints())
                    .containsEntry(element.key(), element.fingerprint()));
        }
    }

    @Test
    void shouldWriteNothingWhenAChangeFails() {
        graph.load(sample);
        String before = graph.dump();
        Element.Node company = company("company:new");

        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(
                                        new Change.Create(company),
                                        new Change.Remove(new ElementKey("HEADS", "person:a HEADS company:b")),
                                        new Change.Remove(VertexCodec.key("company:unknown")))))
                .isInstanceOf(StoreException.class)
                .hasMessage("the load changed nothing, because the graph no longer holds company:unknown; load again");

        assertThat(graph.dump()).isEqualTo(before);
    }

    @Test
    void shouldRefuseASecondElementOfOneId() {
        graph.load(sample);
        String before = graph.dump();

        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(
                                        new Change.Create(company("company:new")),
                                        new Change.Create(company("company:b")))))
                .isInstanceOf(StoreException.class)
                .hasMessage("the load changed nothing, because the graph already holds part of it; load again");
        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(new Change.Create(sample.image()
                                        .elements()
                                        .get(new ElementKey("HEADS", "person:a HEADS company:b"))))))
                .isInstanceOf(StoreException.class);

        assertThat(graph.dump()).isEqualTo(before);
    }

    @Test
    void shouldLeaveAloneWhatOthersDrew(@TempDir Path folder) {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            store.apply(Sample.ONTOLOGY, creations(sample.image()));
        }
        TestStore.cypher(
                folder,
                "MATCH (a:Person), (b:Company) CREATE (a)-[:MY_HUNCH]->(b), (:Entity:Note {text: 'ask'})-[:ON]->(a)");

        try (EmbeddedStore store = EmbeddedStore.open(folder);
                View view = store.view()) {
            assertThat(view.elements()).hasSize(sample.image().elements().size());
            assertThat(view.links(List.of("person:a")).get("person:a")).hasSize(1);
        }
    }

    @Test
    void shouldKeepTheGraphWhenClosedAndOpenedAgain(@TempDir Path folder) {
        Path store = folder.resolve(".ficelle");
        try (EmbeddedStore first = EmbeddedStore.open(store)) {
            first.apply(Sample.ONTOLOGY, creations(sample.image()));
        }

        try (EmbeddedStore second = EmbeddedStore.open(store);
                View view = second.view()) {
            assertThat(view.elements())
                    .containsExactlyElementsOf(sample.image().elements().values());
            assertThat(view.named("a")).hasSize(1);
        }
    }

    @Test
    void shouldRefuseASecondHolderInOneSentence() {
        assertThatThrownBy(() -> EmbeddedStore.open(graph.folder()))
                .isInstanceOf(StoreException.class)
                .hasMessage("another Ficelle holds the store " + graph.folder()
                        + "; wait until it ends or choose another with --store");
    }

    @Test
    void shouldRefuseTheStoreOfAnotherProcess(@TempDir Path folder) throws IOException, InterruptedException {
        Process holder = holder(folder);
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("open");

            Process second = holder(folder);
            assertThat(second.inputReader().lines())
                    .as("nothing of Neo4j's on stdout and stderr")
                    .containsExactly("another Ficelle holds the store " + folder
                            + "; wait until it ends or choose another with --store");

            holder.outputWriter().close();
            assertThat(holder.inputReader().lines())
                    .as("nothing of Neo4j's on stdout and stderr")
                    .isEmpty();
            assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
            EmbeddedStore.open(folder).close();
        } finally {
            holder.destroyForcibly();
        }
    }

    private static Process holder(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Opens the store, writes to it, says so or why not, and closes it at the end of standard input. */
    static final class Holder {

        public static void main(String[] arguments) throws IOException {
            try (EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]))) {
                store.apply(Sample.ONTOLOGY, List.of(new Change.Create(company("company:b"))));
                System.out.println("open");
                System.in.read();
            } catch (StoreException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void shouldSayThatADamagedStoreIsDamaged(@TempDir Path folder) throws IOException {
        EmbeddedStore.open(folder).close();
        Path nodes = folder.resolve("data/databases/neo4j/neostore");
        Files.write(nodes, new byte[100]);

        assertThatThrownBy(() -> EmbeddedStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the store " + folder + " is damaged or was written by a newer Neo4j; remove it and load the"
                                + " data again, or choose another with --store");
        assertThatThrownBy(() -> EmbeddedStore.open(folder)).isInstanceOf(StoreException.class);
    }

    @Test
    void shouldShowAReaderOneStateThroughout() {
        graph.load(sample);
        CompletableFuture<Void> load;
        try (View view = graph.view()) {
            load = CompletableFuture.runAsync(() -> graph.load(new Sample().claim("person:x HEADS company:y")));

            assertThat(load).isNotDone();
            assertThat(view.vertices(List.of("person:a", "person:x"))).containsOnlyKeys("person:a");
        }

        load.join();
        try (View view = graph.view()) {
            assertThat(view.vertices(List.of("person:a", "person:x"))).containsOnlyKeys("person:x");
        }
    }

    @Test
    void shouldNotWaitForAViewOfItsOwnThread() {
        try (View view = graph.view()) {
            assertThat(view.ontology()).isEmpty();
            assertThatThrownBy(() -> graph.store().apply(Sample.ONTOLOGY, List.of()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldDrawClaimsBesideLinksForCypher(@TempDir Path folder) {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            store.apply(
                    Sample.ONTOLOGY,
                    creations(sample.document("report", "company:b", "source")
                            .document("source", null)
                            .denied("person:a HEADS company:b", "person:a")
                            .image()));
        }

        assertThat(TestStore.cypher(folder, """
                        MATCH (e:Entity:Person {id: 'person:a'})-[h:HEADS {status: 'contested'}]->(c:Entity:Company)
                        MATCH (e)<-[:SUBJECT]-(claim:Claim {stance: 'asserts'})-[:OBJECT]->(c)
                        MATCH (claim)-[:STATED_IN]->(:Document {id: 'report'})-[:DERIVES_FROM]->(:Document {id: 'source'})
                        MATCH (claim)-[:ASSERTED_BY]->(:Entity {id: 'person:reporter'})
                        MATCH (claim)<-[:DENIES]-(denial:Claim {stance: 'denies'})-[:ASSERTED_BY]->(e)
                        MATCH (:Document {id: 'report'})-[:PUBLISHED_BY]->(c)
                        WHERE h.claims = [claim.id] AND h.against = [denial.id] AND h.id = 'person:a HEADS company:b'
                        RETURN c.degree""")).containsExactly("2");
    }

    @Test
    void shouldKeepDatesThatCypherCompares(@TempDir Path folder) {
        When june = new When("in June", When.Range.parse("2023-06"), false, null);
        Claim claim = Claim.of(
                Proposition.of("person:a", "HEADS", "company:b"),
                Stance.DENIES,
                null,
                new Source("person:a", "report", null),
                new Wording("statement", null, null),
                Appraisal.UNSPECIFIED,
                new Scope(new Period(june, null), null, Denial.NONE, null, List.of()));
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            List<Change> changes = new ArrayList<>(creations(sample.image()));
            changes.add(new Change.Create(
                    ClaimCodec.encode(claim, id -> id, new ClaimCodec.Context(List.of(), List.of(), List.of()))));
            store.apply(Sample.ONTOLOGY, changes);
        }

        assertThat(TestStore.cypher(
                        folder,
                        "MATCH (c:Claim) WHERE c.fromFirst <= date('2023-06-15') <= c.fromLast RETURN c.fromRaw"))
                .containsExactly("in June");
    }

    @Test
    void shouldHaveEveryConstraintAndIndexOnline(@TempDir Path folder) {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            store.apply(Sample.ONTOLOGY, List.of());
        }

        List<String> names = TestStore.cypher(
                folder, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name ORDER BY name");

        assertThat(names)
                .contains("Claim_id", "Document_id", "Dossier_id", "Entity_id", "Load_id", "Ontology_id")
                .contains("names", "folded_names")
                .contains("HEADS_id", "SAME_AS_id", "TARGETS_id");
    }

    private static List<Change> creations(GraphImage image) {
        return image.elements().values().stream()
                .<Change>map(Change.Create::new)
                .toList();
    }

    private static Element.Node company(String id) {
        return (Element.Node)
                new Sample().entity(id, "A Company").image().elements().get(VertexCodec.key(id));
    }
}
