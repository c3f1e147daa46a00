package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ficelle query} does before it opens a store. */
class QueryCommandTest {

    @TempDir
    Path directory;

    @Test
    void shouldListTheQueriesByFolderWithTitleAndParameters() {
        Run run = Run.in(directory, "query");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsSubsequence(
                        "infrastructure",
                        "  domains-on-one-server  Domains on one server",
                        "      -p server=''  id, name or alias of a server; empty for all",
                        "",
                        "lookups");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldListThemAsJsonAndCsv() throws IOException {
        Run json = Run.in(directory, "query", "--format", "json");
        Run csv = Run.in(directory, "query", "--format", "csv");

        JsonNode queries = new ObjectMapper().readTree(json.out()).get("queries");
        assertThat(queries).hasSizeGreaterThanOrEqualTo(24);
        JsonNode first = queries.get(0);
        assertThat(first.get("name").asText()).isEqualTo("account-details");
        assertThat(first.get("folder").asText()).isEqualTo("accounts-and-content");
        assertThat(first.get("parameters").get(0))
                .hasToString(
                        "{\"name\":\"account\",\"type\":\"string\",\"default\":\"''\",\"description\":\"id, name or alias"
                                + " of an account, a set of accounts or a channel; empty for all\"}");
        assertThat(csv.out())
                .startsWith("folder,name,title,parameters\naccounts-and-content,account-details,")
                .hasLineCount(queries.size() + 1);
    }

    @Test
    void shouldPrintTheFileOfAQuery() throws IOException {
        Run run = Run.in(directory, "query", "hubs", "--cypher");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(Path.of("cypher/quality/hubs.cypher")));
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hub|hubs",
                "domains|domains-on-one-server",
                "contested-link|contested-links",
                "Timeline|campaign-timeline"
            })
    void shouldNameTheNearestOfAnUnknownQuery(String unknown, String nearest) {
        Run run = Run.in(directory, "query", unknown);

        assertThat(run.exit()).isEqualTo(ExitCode.NONE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ficelle: no query is named '" + unknown + "' in ")
                .contains("\n  " + nearest + "\n");
    }

    @Test
    void shouldPointToTheListWhenNothingIsNear() {
        Run run = Run.in(directory, "query", "xyzzy");

        assertThat(run.exit()).isEqualTo(ExitCode.NONE.code());
        assertThat(run.err()).endsWith("; 'ficelle query' lists them all\n").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "least=many|the parameter 'least' is an integer, and 'many' is none; give a whole number such as 50",
                "most=4|the query hubs has no parameter 'most'; it takes least",
                "least|KEY=VALUE"
            })
    void shouldRefuseAWrongParameterBeforeItOpensAStore(String parameter, String expected) {
        Run run = Run.in(directory, "query", "hubs", "-p", parameter);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(expected);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldRefuseATimeThatIsNone() {
        Run run = Run.in(directory, "query", "hubs", "--timeout", "0");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).isEqualTo("ficelle: --timeout 0 is no time; give 1 second or more\n");
    }

    @Test
    void shouldTakeAFolderOfTheUsersOwn() throws IOException {
        Path own = Files.createDirectories(directory.resolve("mine"));
        Files.writeString(own.resolve("one.cypher"), "// One\n// :param x => 1    a number\nRETURN $x AS x;\n");

        Run run = Run.in(directory, "query", "--queries", "mine");

        assertThat(run).isEqualTo(new Run(0, "  one  One\n      -p x=1  a number\n", ""));
    }

    @Test
    void shouldSayWhereAFileOfTheUsersIsWrong() throws IOException {
        Path own = Files.createDirectories(directory.resolve("mine"));
        Files.writeString(own.resolve("one.cypher"), "// One\nRETURN 1;\n");
        Files.writeString(own.resolve("two.cypher"), "// Two\nRETURN $x;\n");
        String problem = own.resolve("two.cypher")
                + ":2:8: the parameter $x is not declared; add a line // :param x => default\n";

        Run list = Run.in(directory, "query", "--queries", "mine");
        Run two = Run.in(directory, "query", "two", "--queries", "mine");

        assertThat(list).isEqualTo(new Run(ExitCode.REJECTED.code(), "  one  One\n", problem));
        assertThat(two).isEqualTo(new Run(ExitCode.REJECTED.code(), "", problem));
    }

    @Test
    void shouldRefuseAFolderThatIsNotThere() {
        Run run = Run.in(directory, "query", "--queries", "nowhere");

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.USAGE.code(),
                        "",
                        "ficelle: there is no folder " + directory.resolve("nowhere")
                                + "; give one that holds .cypher files\n"));
    }
}
