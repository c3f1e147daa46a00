package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ficelle.TestStore;
import org.ficelle.model.Ontology;
import org.ficelle.model.QueryResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query must give, whatever the store. */
abstract class QueryContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final TestStore graph;

    QueryContract(TestStore graph) {
        this.graph = graph;
    }

    @BeforeEach
    void load() {
        graph.store()
                .apply(
                        new Ontology(Map.of(), Map.of(), Map.of()),
                        List.of(
                                new Change.Create(node("person:ann", "Ann")),
                                new Change.Create(node("company:north", "North")),
                                new Change.Create(new Element.Tie(
                                        new ElementKey("HEADS", "person:ann HEADS company:north"),
                                        "person:ann",
                                        "company:north",
                                        new TreeMap<>(Map.of("strength", 0.5, "from", LocalDate.of(2023, 7, 1)))))));
    }

    private static Element.Node node(String id, String name) {
        return new Element.Node(
                new ElementKey(GraphSchema.ENTITY, id),
                List.of("Kind"),
                new TreeMap<>(Map.of("name", name, "folded", name, "aliases", List.of("A", "B"))),
                List.of());
    }

    @Test
    void shouldGiveNodesRelationshipsAndPathsAsMapsInTheDirectionOfTheLink() {
        Map<String, Object> north = Map.of(
                "id",
                "company:north",
                "labels",
                List.of("Entity", "Kind"),
                "name",
                "North",
                "aliases",
                List.of("A", "B"));
        Map<String, Object> ann = Map.of(
                "id", "person:ann", "labels", List.of("Entity", "Kind"), "name", "Ann", "aliases", List.of("A", "B"));

        List<Object> row = row("MATCH p = (c {name: 'North'})<-[h:HEADS]-(a) RETURN p, c, h, [a] AS list");

        Map<?, ?> path = (Map<?, ?>) row.get(0);
        assertThat(path.get("nodes")).isEqualTo(List.of(north, ann));
        assertThat(path.get("relationships"))
                .isEqualTo(List.of(Map.of(
                        "id", "person:ann HEADS company:north",
                        "type", "HEADS",
                        "start", "person:ann",
                        "end", "company:north",
                        "strength", 0.5,
                        "from", "2023-07-01")));
        assertThat(row.get(1)).isEqualTo(north);
        assertThat(row.get(2))
                .hasToString(
                        "{id=person:ann HEADS company:north, type=HEADS, start=null, end=null, from=2023-07-01, strength=0.5}");
        assertThat(row.get(3)).isEqualTo(List.of(ann));
    }

    @Test
    void shouldGiveScalarsListsAndMapsAndDatesAsText() {
        List<Object> row = row(
                "RETURN 1 AS a, 2.5 AS b, 'x' AS c, true AS d, null AS e, [1, [null]] AS f, {z: 1, y: date('2023-11-13')} AS g,"
                        + " datetime('2023-11-13T10:00:00Z') AS h");

        assertThat(row)
                .isEqualTo(Arrays.asList(
                        1L,
                        2.5,
                        "x",
                        true,
                        null,
                        List.of(1L, Collections.singletonList(null)),
                        Map.of("y", "2023-11-13", "z", 1L),
                        "2023-11-13T10:00Z"));
    }

    @Test
    void shouldTakeParametersOfEveryType() {
        List<Object> row = row(
                "RETURN $s + 'y', $i + 1, $f * 2, NOT $b, $d + duration('P1D'), $l[1]",
                Map.of(
                        "s",
                        "x",
                        "i",
                        1L,
                        "f",
                        1.5,
                        "b",
                        false,
                        "d",
                        LocalDate.of(2023, 11, 13),
                        "l",
                        List.of("p", "q")));

        assertThat(row).isEqualTo(List.of("xy", 2L, 3.0, true, "2023-11-14", "q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (n:Entity {id: 'x'}) RETURN n",
                "CREATE (n:NeverSeen)",
                "MATCH (n) DETACH DELETE n",
                "MATCH (n) SET n.name = 'x' RETURN n",
                "MATCH (n) REMOVE n:Kind",
                "MERGE (n:Entity {id: 'person:ann'}) RETURN n",
                "CREATE INDEX FOR (n:Entity) ON (n.name)",
                "CALL db.createLabel('NeverSeen')",
                "MATCH (n) CALL (n) { SET n.name = 'x' } RETURN count(*)"
            })
    void shouldRefuseWhatWouldWriteInOneSentence(String write) {
        List<Element> before = elements();

        assertThatThrownBy(() -> query(write, Map.of(), LONG))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the query was refused because it would do more than read the graph; a query here only reads");

        assertThat(elements()).isEqualTo(before);
        assertThat(row("CALL db.labels() YIELD label RETURN collect(label)").get(0))
                .asString()
                .doesNotContain("NeverSeen");
    }

    @Test
    void shouldStopAQueryThatIsNotDoneInTime() {
        Instant begin = Instant.now();

        assertThatThrownBy(() -> query(
                        "UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 9 RETURN count(x)",
                        Map.of(), Duration.ofMillis(500)))
                .isInstanceOf(StoreException.class)
                .hasMessage("the query was stopped after 0.5 seconds; ask for less or give it longer with --timeout");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(row("RETURN 1")).isEqualTo(List.of(1L));
    }

    @Test
    void shouldSayWithNeo4jsWordsWhereTheSyntaxIsWrong() {
        assertThatThrownBy(() -> query("// title\nMATCH (n)\nRETRUN n", Map.of(), LONG))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Neo4j refused the query: Invalid input 'RETRUN'")
                .hasMessageEndingWith("(line 3, column 1)")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 1 / 0",
                "RETURN $missing",
                "RETURN toInteger([1])",
                "LOAD CSV FROM 'http://127.0.0.1:9/x' AS l RETURN l"
            })
    void shouldRefuseInOneSentenceWhatNeo4jCannotAnswer(String query) {
        assertThatThrownBy(() -> query(query, Map.of(), LONG))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Neo4j refused the query: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldRefuseMoreRowsThanAnybodyReads() {
        assertThat(query("UNWIND range(1, 100000) AS x RETURN x", Map.of(), LONG)
                        .rows())
                .hasSize(View.MOST_ROWS);
        assertThatThrownBy(() -> query("UNWIND range(1, 100001) AS x RETURN x", Map.of(), LONG))
                .hasMessage("the query has more than 100000 rows; add a LIMIT or ask for less");
    }

    private List<Element> elements() {
        try (View view = graph.view()) {
            return view.elements();
        }
    }

    private List<Object> row(String cypher) {
        return row(cypher, Map.of());
    }

    private List<Object> row(String cypher, Map<String, ?> parameters) {
        QueryResult result = query(cypher, parameters, LONG);
        assertThat(result.rows()).hasSize(1);
        return new ArrayList<>(result.rows().get(0));
    }

    private QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout) {
        try (View view = graph.view()) {
            return view.query(cypher, parameters, timeout);
        }
    }
}
