package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.load.GraphImage;
import org.ficelle.load.LoadPlan;
import org.ficelle.load.Loader;
import org.ficelle.model.Link;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** One embedded store for all tests of a class, empty at the start of each; register it in a static field. */
public class TestStore implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private Path folder;
    private Store store;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("ficelle-store");
        store = open(context);
    }

    /** The store to test. */
    protected Store open(ExtensionContext context) {
        return open(folder);
    }

    /** The embedded store in a folder. */
    protected Store open(Path folder) {
        return EmbeddedStore.open(folder);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty(store);
    }

    /** Removes everything that loading wrote. */
    public static void empty(Store store) {
        List<Change> removals = new ArrayList<>();
        try (View view = store.view()) {
            view.fingerprints((key, fingerprint) -> removals.add(new Change.Remove(key)));
            for (String label : List.of(GraphSchema.LOAD, GraphSchema.CHANGE, GraphSchema.TOMBSTONE)) {
                view.nodes(label, "", Set.of()).forEach(node -> removals.add(new Change.Remove(node.key())));
            }
        }
        store.apply(Sample.ONTOLOGY, removals);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        store.close();
        delete(folder);
    }

    public Path folder() {
        return folder;
    }

    public Store store() {
        return store;
    }

    public View view() {
        return store.view();
    }

    public LoadPlan load(Sample sample) {
        return load(sample.image());
    }

    public LoadPlan load(GraphImage image) {
        return Loader.load(store, image, Clock.systemUTC());
    }

    /** The whole links of each entity that is in the graph, by link id. */
    public static Map<String, List<Link>> links(View view, Collection<String> entities) {
        Map<String, List<Link>> links = new HashMap<>();
        view.neighbours(entities).forEach((id, neighbours) -> {
            List<Link> bare = neighbours.stream()
                    .map(neighbour -> neighbour.link(id))
                    .sorted(Comparator.comparing(Link::id))
                    .toList();
            Map<String, Link> whole = view.whole(bare);
            links.put(id, bare.stream().map(link -> whole.get(link.id())).toList());
        });
        return links;
    }

    /** Everything in the graph but the record of loads, as sorted text. */
    public String dump() {
        return dump(store);
    }

    public static String dump(Store store) {
        return store.read(TestStore::dump);
    }

    public static String dump(View view) {
        return view.elements().stream().map(Element::toString).collect(Collectors.joining("\n"));
    }

    /** The fingerprint of everything that loading manages, by key. */
    public static SortedMap<ElementKey, String> fingerprints(View view) {
        SortedMap<ElementKey, String> fingerprints = new TreeMap<>();
        view.fingerprints((key, fingerprint) ->
                assertThat(fingerprints.put(key, fingerprint)).isNull());
        return fingerprints;
    }

    /** Makes the store one that was never loaded. */
    public void forget() {
        store.close();
        delete(folder);
        store = open(folder);
    }

    /** Runs Cypher on the store as Neo4j alone would, and returns the first column. */
    public List<String> cypher(String statement) {
        store.close();
        List<String> column = cypher(folder, statement);
        store = open(folder);
        return column;
    }

    /** Runs Cypher in a closed store as Neo4j alone would, and returns the first column. */
    public static List<String> cypher(Path folder, String statement) {
        DatabaseManagementService neo4j = new DatabaseManagementServiceBuilder(folder)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        try (Transaction transaction = neo4j.database("neo4j").beginTx();
                Result result = transaction.execute(statement)) {
            List<String> column = new ArrayList<>();
            result.forEachRemaining(
                    row -> column.add(String.valueOf(row.get(result.columns().get(0)))));
            transaction.commit();
            return column;
        } finally {
            neo4j.shutdown();
        }
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
