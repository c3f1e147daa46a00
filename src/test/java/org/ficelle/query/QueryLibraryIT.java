package org.ficelle.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.View;
import org.ficelle.load.GraphImage;
import org.ficelle.load.Loader;
import org.ficelle.model.QueryResult;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GqlStatusObject;
import org.neo4j.graphdb.QueryExecutionType.QueryType;

/** The shipped queries on a store: what Neo4j makes of each, and the rows of {@code cases/*.json}. */
class QueryLibraryIT {

    private static final QueryLibrary LIBRARY = QueryLibrary.read(Path.of("cypher"));
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Sets of data files by their name in the cases. */
    private static final Map<String, List<Path>> DATA = Map.of(
            "shipped", List.of(Path.of("data")),
            "wind", List.of(Path.of("data/ontology.json"), Path.of("src/test/resources/cases/data/wind")));

    /** What the shipped data has none of. */
    private static final Set<String> NOTHING_TO_FIND = Set.of("circular-derivation");

    @TempDir
    private static Path folder;

    private static final Map<String, EmbeddedStore> STORES = new HashMap<>();

    /**
     * One question to one query.
     *
     * @param data name of the data files
     * @param parameters as a user writes them
     * @param columns those of the query's columns that are compared
     * @param rows all rows in order, as text
     */
    record Case(
            String name, String data, Map<String, String> parameters, List<String> columns, List<List<String>> rows) {}

    @BeforeAll
    static void load() {
        DATA.forEach((name, files) -> STORES.put(name, loaded(folder.resolve(name), files)));
    }

    @AfterAll
    static void close() {
        STORES.values().forEach(EmbeddedStore::close);
    }

    private static EmbeddedStore loaded(Path store, List<Path> files) {
        DataSet data = DataReader.read(files);
        Checked checked = Checker.check(data.ontology().orElseThrow(), data.dossiers());
        EmbeddedStore loaded = EmbeddedStore.open(store);
        Loader.load(
                loaded,
                GraphImage.of(checked.corpus().orElseThrow(), data.dossiers(), data.ontologyText()),
                Clock.systemUTC());
        return loaded;
    }

    static List<StoredQuery> queries() {
        return LIBRARY.queries();
    }

    static Stream<Arguments> cases() {
        return LIBRARY.queries().stream().flatMap(query -> read(query.name()).stream()
                .map(question -> Arguments.of(query.name(), question.name(), query, question)));
    }

    private static List<Case> read(String query) {
        try {
            return new ObjectMapper()
                    .readValue(
                            Path.of("src/test/resources/cases", query + ".json").toFile(), new TypeReference<>() {});
        } catch (IOException broken) {
            throw new IllegalStateException(query, broken);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void shouldAnswerWithTheseRowsAndNoDecoy(String name, String title, StoredQuery query, Case question) {
        QueryResult result = run(query, question.data(), question.parameters());

        assertThat(result.columns()).containsAll(question.columns());
        assertThat(result.rows().stream().map(row -> question.columns().stream()
                        .map(column -> text(row.get(result.columns().indexOf(column))))
                        .toList()))
                .containsExactlyElementsOf(question.rows());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAnswerOnTheShippedDataWithItsDefaults(StoredQuery query) {
        QueryResult result = run(query, "shipped", Map.of());

        assertThat(result.isEmpty()).isEqualTo(NOTHING_TO_FIND.contains(query.name()));
        assertThat(result.columns()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAnswerTheSameEveryTime(StoredQuery query) {
        assertThat(run(query, "wind", Map.of())).isEqualTo(run(query, "wind", Map.of()));
    }

    @Test
    void shouldOnlyReadAndNameNothingThatTheGraphDoesNotKnow() {
        Path copy = folder.resolve("explained");
        loaded(copy, DATA.get("shipped")).close();
        var neo4j = new DatabaseManagementServiceBuilder(copy)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        try (var transaction = neo4j.database("neo4j").beginTx()) {
            for (StoredQuery query : LIBRARY.queries()) {
                try (var explained = transaction.execute("EXPLAIN " + query.text(), query.bind(Map.of()))) {
                    assertThat(explained.getQueryExecutionType().queryType())
                            .as(query.name())
                            .isEqualTo(QueryType.READ_ONLY);
                    assertThat(explained.getGqlStatusObjects())
                            .as(query.name())
                            .extracting(GqlStatusObject::gqlStatus, GqlStatusObject::statusDescription)
                            .allSatisfy(status -> assertThat(status.toList().get(0))
                                    .asString()
                                    .isIn("00000", "00001", "02000"));
                }
            }
        } finally {
            neo4j.shutdown();
        }
    }

    private static QueryResult run(StoredQuery query, String data, Map<String, String> parameters) {
        try (View view = Objects.requireNonNull(STORES.get(data)).view()) {
            return view.query(query.text(), query.bind(parameters), LONG);
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(QueryLibraryIT::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Double number) {
            return new BigDecimal(number)
                    .round(new MathContext(4))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (value instanceof Map<?, ?> map && map.get("nodes") instanceof List<?> nodes) {
            return chain(nodes, (List<?>) map.get("relationships"));
        }
        if (value instanceof Map<?, ?> node) {
            return "(" + (node.get("name") == null ? node.get("id") : node.get("name")) + ")";
        }
        return value == null ? "" : value.toString();
    }

    private static String chain(List<?> nodes, List<?> links) {
        List<String> steps = new ArrayList<>(List.of(text(nodes.get(0))));
        for (int index = 0; index < links.size(); index++) {
            Map<?, ?> link = (Map<?, ?>) links.get(index);
            boolean forward = link.get("start").equals(((Map<?, ?>) nodes.get(index)).get("id"));
            steps.add(forward ? "-[" + link.get("type") + "]->" : "<-[" + link.get("type") + "]-");
            steps.add(text(nodes.get(index + 1)));
        }
        return String.join("", steps);
    }
}
