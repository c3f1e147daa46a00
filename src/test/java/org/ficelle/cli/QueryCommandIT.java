package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ficelle query} on the shipped example. */
class QueryCommandIT {

    private static final String CHAIN =
            "(@MuxtarYev)-[POSTED]->(15 boycott images)-[PART_OF]->(Olimpiya)<-[PART_OF]-(39-second video)";

    @TempDir
    private static Path directory;

    @BeforeAll
    static void write() throws IOException {
        Path own = Files.createDirectories(directory.resolve("mine"));
        Files.writeString(own.resolve("write.cypher"), "// Writes\nMATCH (n) SET n.name = 'x' RETURN n;\n");
        Files.writeString(
                own.resolve("long.cypher"),
                "// Takes long\nUNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 9 RETURN count(x);\n");
        Files.writeString(own.resolve("typo.cypher"), "// Mistyped\nMATCH (n)\nRETRUN n;\n");
        assertThat(run("load").exit()).isZero();
    }

    private static Run run(String... args) {
        return Run.in(directory, args);
    }

    @Test
    void shouldPrintATableWithAChainInOneLook() {
        Run run = run("query", "strongest-chains");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("FROM ").contains("@MuxtarYev  Mediamark Digital  10 ");
        assertThat(run.out().replaceAll("\n +", "")).contains(CHAIN);
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void shouldKeepTheStructureOfAPathInJson() throws IOException {
        Run run = run("query", "strongest-chains", "-p", "from=muxtaryev", "--format", "json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        JsonNode path = json.get("rows").get(0).get("p");
        assertThat(json.get("query").asText()).isEqualTo("strongest-chains");
        assertThat(json.get("parameters"))
                .hasToString("{\"from\":\"muxtaryev\",\"to\":\"Mediamark Digital\",\"hub\":50}");
        assertThat(json.get("columns").get(0).asText()).isEqualTo("from");
        assertThat(path.get("nodes")).hasSize(11);
        assertThat(path.get("nodes").get(0).get("id").asText()).isEqualTo("account:x/muxtaryev");
        assertThat(path.get("relationships").get(0).get("type").asText()).isEqualTo("POSTED");
        assertThat(path.get("relationships").get(0).get("start").asText()).isEqualTo("account:x/muxtaryev");
    }

    @Test
    void shouldPrintCsvWithAHead() {
        Run run = run("query", "who-heads-what", "-p", "entity=Eleven Kings", "--format", "csv");

        assertThat(run.out())
                .startsWith("holder,relation,body,kind,status,origins,documents,p\n")
                .contains("Orkhan Rzayev,HEADS,Eleven Kings,Company,established,")
                .hasLineCount(2);
    }

    @Test
    void shouldExitWithOneWhenThereAreNoRows() {
        Run run = run("query", "strongest-chains", "-p", "to=Nobody");

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.NONE.code(),
                        "",
                        "ficelle: the query strongest-chains has no rows for from=@MuxtarYev, to=Nobody, hub=50;"
                                + " 'ficelle search' finds how a name is written\n"));
    }

    @Test
    void shouldRefuseAWriteInOneSentence() {
        Run before = run("show", "Olimpiya");

        Run run = run("query", "write", "--queries", "mine");

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.DATABASE.code(),
                        "",
                        "ficelle: the query was refused because it would do more than read the graph; a query here only"
                                + " reads\n"));
        assertThat(run("show", "Olimpiya")).isEqualTo(before);
    }

    @Test
    void shouldStopAQueryThatTakesTooLong() {
        Run run = run("query", "long", "--queries", "mine", "--timeout", "1");

        assertThat(run)
                .isEqualTo(
                        new Run(
                                ExitCode.DATABASE.code(),
                                "",
                                "ficelle: the query was stopped after 1 second; ask for less or give it longer with --timeout\n"));
    }

    @Test
    void shouldSayInWhichLineOfTheFileTheSyntaxIsWrong() {
        Run run = run("query", "typo", "--queries", "mine");

        assertThat(run.exit()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(run.err())
                .startsWith("ficelle: Neo4j refused the query: Invalid input 'RETRUN'")
                .endsWith("(line 3, column 1)\n")
                .hasLineCount(1);
    }

    @Test
    void shouldLoadAStoreThatWasNeverLoaded(@TempDir Path fresh) {
        Run run = Run.in(fresh, Map.of(), "query", "who-heads-what");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Orkhan Rzayev");
        assertThat(run.err()).contains("was never loaded; loading the shipped example");
    }
}
