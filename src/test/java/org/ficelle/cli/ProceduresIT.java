package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ficelle.cli.ShippedStore.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.StoreException;
import org.ficelle.graph.View;
import org.ficelle.model.QueryResult;
import org.ficelle.procedure.PathProcedures;
import org.ficelle.procedure.StockServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The procedures on the shipped data: in the embedded store, and in a server that has them from its plugins folder. */
class ProceduresIT {

    private static final String COLUMNS = " YIELD path, strength, hops, weakestHop, origins, documents, fallsWithout,"
            + " complete RETURN [n IN nodes(path) | n.id], [r IN relationships(path) | r.id], strength, hops,"
            + " weakestHop, origins, documents, fallsWithout, complete";

    private final ShippedStore shipped = ShippedStore.shared();

    /** A call of the procedure, and what asks the same at the shell. */
    private record Same(String call, String... shell) {}

    private static final List<Same> SAME = List.of(
            new Same("('@MuxtarYev', 'Mediamark Digital')", "@MuxtarYev", "Mediamark Digital"),
            new Same("('olimpiya', 'Orkhan Rzayev', {k: 9})", "olimpiya", "Orkhan Rzayev", "-k", "9"),
            new Same("('Olimpiya', 'Azerbaijani government', {})", "Olimpiya", "Azerbaijani government"),
            new Same(
                    "('@MuxtarYev', 'Olimpiya', {candidates: true, context: true, k: 5.0, maxHops: 3, hubDegree: 8})",
                    "@MuxtarYev",
                    "Olimpiya",
                    "--candidates",
                    "--context",
                    "-k",
                    "5",
                    "--max-hops",
                    "3",
                    "--hub-degree",
                    "8"),
            new Same(
                    "('Russia', 'International Olympic Committee', {class: 'context', status: ['contested'], k: 4,"
                            + " through: 'Country', avoid: ['NATO'], directed: false, limit: 1000, timeout: 30})",
                    "Russia",
                    "International Olympic Committee",
                    "--class",
                    "context",
                    "--status",
                    "contested",
                    "-k",
                    "4",
                    "--through",
                    "Country",
                    "--avoid",
                    "NATO"),
            new Same(
                    "('Olimpiya', '@NewYorkInsider', {relation: ['part-of', 'PUBLISHED'], strict: true,"
                            + " minConfidence: 60, asOf: date('2023-12-31'), during: '2023-07..2023-08'})",
                    "Olimpiya",
                    "@NewYorkInsider",
                    "--relation",
                    "PART_OF,PUBLISHED",
                    "--strict",
                    "--min-confidence",
                    "60",
                    "--as-of",
                    "2023-12-31",
                    "--during",
                    "2023-07..2023-08"),
            new Same(
                    "('@MuxtarYev', 'Olimpiya', {without: 'paris-denounces-campaign'})",
                    "@MuxtarYev",
                    "Olimpiya",
                    "--without",
                    "paris-denounces-campaign"));

    @Test
    void shouldAnswerAsTheShellDoes() {
        List<List<String>> expected = SAME.stream().map(this::fromTheShell).toList();

        try (EmbeddedStore store = open()) {
            for (int i = 0; i < SAME.size(); i++) {
                assertThat(rows(store, "CALL ficelle.path" + SAME.get(i).call() + COLUMNS))
                        .as(SAME.get(i).call())
                        .isEqualTo(expected.get(i));
            }
        }

        assertThat(expected.stream().mapToInt(List::size).sum()).isGreaterThan(5);
    }

    @Test
    void shouldAnswerAsTheShellDoesFromThePluginsFolderOfAServer() throws IOException, InterruptedException {
        List<Same> asked = Stream.of(0, 1, 2, 4).map(SAME::get).toList();
        List<String> expected =
                asked.stream().flatMap(same -> fromTheShell(same).stream()).toList();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !isOurs(Path.of(entry).getFileName().toString()))
                        .collect(Collectors.joining(File.pathSeparator)),
                StockServer.class.getName(),
                shipped.directory().resolve(".ficelle").toString(),
                Path.of("target/ficelle/plugins").toAbsolutePath().toString()));
        asked.forEach(same -> command.add("CALL ficelle.path" + same.call() + COLUMNS));
        command.add("CALL ficelle.path('Əli Rzаyеv', 'Olimpiya')");
        command.add("CALL ficelle.explain('Olimpiya', 'Baku') YIELD topic, name WHERE topic = 'answer' RETURN name");

        Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = server.inputReader().lines().toList();

        assertThat(server.waitFor()).isZero();
        assertThat(printed).first().as("of Ficelle it has the plugin only").isEqualTo("alone");
        assertThat(printed.subList(1, expected.size() + 1)).isEqualTo(expected);
        assertThat(printed.get(expected.size() + 1)).startsWith("no entity is named 'Əli Rzаyеv'; the nearest are ");
        assertThat(printed).last().isEqualTo("blocked");
    }

    /** Our classes, and what the plugin brings along. */
    private static boolean isOurs(String entry) {
        return entry.equals("classes")
                || entry.startsWith("ficelle")
                || entry.startsWith("icu4j")
                || entry.startsWith("jspecify");
    }

    @Test
    void shouldExplainWhatTheShellPrints() {
        JsonNode hangsOn = shipped.json("path", "@MuxtarYev", "Olimpiya", "--candidates")
                .get("hangsOn")
                .get("without");
        JsonNode none = shipped.json("path", "@MuxtarYev", "Kremlin").get("none");
        JsonNode findings =
                shipped.json("path", "Olimpiya", "Azerbaijani government").get("findings");

        try (EmbeddedStore store = open()) {
            List<String> tie = rows(
                    store,
                    "CALL ficelle.explain('@MuxtarYev', 'Olimpiya', {candidates: true}) YIELD topic, name"
                            + " RETURN topic, name");
            List<String> reasons =
                    rows(store, "CALL ficelle.explain('@MuxtarYev', 'Kremlin') YIELD topic, name RETURN topic, name");
            List<String> government = rows(
                    store,
                    "CALL ficelle.explain('Olimpiya', 'Azerbaijani government') YIELD topic, name, says"
                            + " WHERE topic = 'finding' RETURN name, says");

            hangsOn.forEach(each -> assertThat(tie)
                    .contains((each.get("next").isNull() ? "hangs on | " : "next best | ")
                            + each.get("id").asText()));
            assertThat(tie)
                    .filteredOn(row -> row.startsWith("hangs on") || row.startsWith("next best"))
                    .hasSameSizeAs(hangsOn);
            assertThat(tie).contains("answer | paths", "searched | links", "kept out | context");
            assertThat(reasons).startsWith("answer | blocked").contains("left out | context", "kept out | context");
            assertThat(reasons)
                    .filteredOn(row -> row.startsWith("blocked"))
                    .containsExactlyElementsOf(texts(none.get("blocked"), "id").stream()
                            .map("blocked | "::concat)
                            .toList());
            assertThat(government).hasSameSizeAs(findings).allSatisfy(row -> assertThat(row)
                    .contains("Looked for and not established by VIGINUM"));
        }
    }

    @Test
    void shouldSayInOneSentenceWhatIsWrong() {
        Map<String, String> wrong = Map.of(
                "('Paris', 'Olimpiya')",
                "'Paris' is the name of 2 entities; give one of their ids: city:paris, government:france",
                "('@MuxtarYef', 'Olimpiya')",
                "no entity is named '@MuxtarYef'; the nearest are account:x/muxtaryev",
                "('Olimpiya', 'campaign:olimpiya')",
                "'Olimpiya' and 'campaign:olimpiya' are both campaign:olimpiya; give two entities",
                "('@MuxtarYev', 'Olimpiya', {maxhops: 3})",
                "there is no option maxhops; maxHops is the nearest",
                "('@MuxtarYev', 'Olimpiya', {k: '3'})",
                "k takes a whole number, not '3'",
                "('@MuxtarYev', 'Olimpiya', {context: 1})",
                "context takes true or false, not 1",
                "('@MuxtarYev', 'Olimpiya', {relation: [1]})",
                "relation takes a text or a list of texts, not [1]",
                "('@MuxtarYev', 'Olimpiya', {asOf: 'soon'})",
                "asOf: ",
                "('@MuxtarYev', 'Olimpiya', {k: 0})",
                "the number of paths must be 1 or more, not 0",
                "('@MuxtarYev', 'Mediamark Digital', {limit: 3})",
                "the search ended at its limits and found no path by then");

        try (EmbeddedStore store = open()) {
            wrong.forEach((call, sentence) -> assertThatThrownBy(() -> rows(store, "CALL ficelle.path" + call))
                    .as(call)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Neo4j refused the query: " + sentence));
            assertThat(rows(
                            store,
                            "CALL ficelle.explain('@MuxtarYev', 'Mediamark Digital', {limit: 3})"
                                    + " YIELD topic, name RETURN topic, name"))
                    .startsWith("answer | incomplete");
        }
    }

    @Test
    void shouldSayThatTheGraphWasNeverLoaded(@TempDir Path folder) {
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"))) {
            store.offer(PathProcedures.class);

            assertThatThrownBy(() -> rows(store, "CALL ficelle.path('a', 'b')"))
                    .hasMessageContaining("the graph was never loaded");
        }
    }

    private EmbeddedStore open() {
        EmbeddedStore store = EmbeddedStore.open(shipped.directory().resolve(".ficelle"));
        store.offer(PathProcedures.class);
        return store;
    }

    private static List<String> rows(EmbeddedStore store, String query) {
        try (View view = store.view()) {
            QueryResult result = view.query(query, Map.of(), Duration.ofSeconds(60));
            return result.rows().stream()
                    .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
                    .toList();
        }
    }

    private List<String> fromTheShell(Same same) {
        JsonNode answer = shipped.json(
                Stream.concat(Stream.of("path"), Stream.of(same.shell())).toArray(String[]::new));
        List<String> rows = new ArrayList<>();
        for (JsonNode path : answer.get("paths")) {
            List<String> nodes = new ArrayList<>(texts(path.get("hops"), "from"));
            nodes.add(
                    path.get("hops").get(path.get("hops").size() - 1).get("to").asText());
            List<String> links = new ArrayList<>();
            path.get("hops").forEach(hop -> links.add(link(hop)));
            rows.add(Stream.of(
                            nodes,
                            links,
                            path.get("strength").asDouble(),
                            path.get("hops").size(),
                            links.get(path.get("weakest").asInt()),
                            texts(path.get("origins")),
                            texts(path.get("documents")),
                            texts(path.get("breaks"), "id"),
                            answer.get("complete").asBoolean())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" | ")));
        }
        return rows;
    }

    private static String link(JsonNode hop) {
        String from = hop.get("from").asText();
        String to = hop.get("to").asText();
        return (hop.get("forward").asBoolean() ? from : to)
                + " " + hop.get("relation").asText() + " "
                + (hop.get("forward").asBoolean() ? to : from);
    }
}
