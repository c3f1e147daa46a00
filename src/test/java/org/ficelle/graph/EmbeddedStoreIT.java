package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT extends StoreContract {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    private final Sample sample = new Sample().claim("person:a HEADS company:b");

    EmbeddedStoreIT() {
        super(graph);
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
                    .containsExactlyElementsOf(
                            sample.image().elements().map(Element::content).toList());
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
}
