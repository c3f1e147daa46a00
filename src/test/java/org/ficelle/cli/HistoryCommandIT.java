package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four loads of one dossier: its first, one in other words of the same meaning, an edit, and one that is stopped. */
class HistoryCommandIT {

    private static final String HEAD = """
            {"dossier": "case",
             "documents": [{"id": "report", "type": "report", "title": "A report", "publisher": "agency:observers"}],
             "entities": [{"id": "agency:observers", "kind": "Agency", "name": "Observers"},
                          {"id": "person:a", "kind": "Person", "name": "Ada"},
                          {"id": "company:b", "kind": "Company", "name": "Bell"}],
             "claims": [""";

    @TempDir
    private static Path directory;

    private static Run first;
    private static Run stopped;
    private static Run planned;

    @BeforeAll
    static void load() throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.copy(Run.DATA.resolve("ontology.json"), data.resolve("ontology.json"));
        Path file = data.resolve("case.json");
        Files.writeString(file, HEAD + claims(0, 30, "alleged") + "]}");
        first = Run.in(directory, "load");
        Files.writeString(file, HEAD + "\n\n" + claims(0, 30, "alleged") + "]}");
        Path renamed = Files.move(file, data.resolve("renamed.json"));
        assertThat(Run.in(directory, "load").exit()).isZero();
        Files.writeString(renamed, HEAD + claims(0, 1, "stated") + "," + claims(2, 31, "alleged") + "]}");
        assertThat(Run.in(directory, "load").exit()).isZero();
        Files.writeString(renamed, HEAD + claims(0, 1, "stated") + "]}");
        planned = Run.in(directory, "load", "--dry-run");
        stopped = Run.in(directory, "load");
    }

    private static String claims(int from, int to, String modality) {
        StringBuilder claims = new StringBuilder();
        for (int number = from; number < to; number++) {
            claims.append(number == from ? "" : ",\n").append("""
                    {"subject": "person:a", "relation": "HEADS", "object": "company:b", "stance": "asserts",
                     "modality": "%s", "assertedBy": "agency:observers", "document": "report",
                     "locator": "p. %d", "statement": "Ada heads Bell."}""".formatted(modality, number));
        }
        return claims.toString();
    }

    private static JsonNode json(String... args) throws IOException {
        return new ObjectMapper().readTree(Run.in(directory, args).out());
    }

    @Test
    void shouldStopALoadThatRemovesMostOfTheGraph() {
        String sentence = "ficelle: this load would remove 29 of the graph's 30 claims, more than 20 %, so nothing was"
                + " changed; check that no file is missing or cut, or give --allow-removal if it is meant\n";

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(stopped).isEqualTo(new Run(ExitCode.REJECTED.code(), "", sentence));
        assertThat(planned.exit()).isEqualTo(ExitCode.REJECTED.code());
        assertThat(planned.err()).endsWith(sentence);
        assertThat(planned.out()).contains("claims");
    }

    @Test
    void shouldListLoadsWithTheNewestFirst() throws IOException {
        JsonNode loads = json("history", "--format", "json").get("loads");

        assertThat(loads.findValuesAsText("number")).containsExactly("3", "2", "1");
        assertThat(loads.get(2).get("byType").get("claims").get("created").asInt())
                .isEqualTo(30);
        assertThat(loads.get(2).get("files").get("changed"))
                .map(JsonNode::asText)
                .satisfiesExactlyInAnyOrder(
                        file -> assertThat(file).matches("case\\.json [0-9a-f]{64}"),
                        file -> assertThat(file).matches("ontology\\.json [0-9a-f]{64}"));
        assertThat(loads.get(1).get("files").get("moved"))
                .map(JsonNode::asText)
                .containsExactly("case.json -> renamed.json");
        assertThat(Run.in(directory, "history").out())
                .contains("LOAD  AT")
                .contains("SECONDS")
                .hasLineCount(4);
    }

    @Test
    void shouldShowALoadFieldByField() {
        Run last = Run.in(directory, "history", "last", "--format", "csv");

        assertThat(last.exit()).isZero();
        assertThat(last.out())
                .startsWith("load,at,change,type,id,what,field,before,after\n")
                .contains(",changed,Claim,", ",person:a HEADS company:b,modality,alleged,stated\n")
                .contains(",removed,Claim,", ",created,Claim,")
                .contains(",changed,HEADS,person:a HEADS company:b,,status,alleged,established\n")
                .hasLineCount(5);
        assertThat(last.err()).contains("load 3 at", "1 removed", "renamed.json is new or changed");
        assertThat(Run.in(directory, "history", "2").err()).contains("case.json is now renamed.json");
    }

    @Test
    void shouldTellTheLifeOfTheClaimsAboutAnEntity() throws IOException {
        JsonNode life = json("history", "Ada", "--format", "json");

        assertThat(life.get("entity").asText()).isEqualTo("person:a");
        assertThat(life.get("claims")).hasSize(31);
        assertThat(life.get("claims").findValues("retiredBy"))
                .filteredOn(JsonNode::isObject)
                .singleElement()
                .satisfies(load -> assertThat(load.get("load").asInt()).isEqualTo(3));
        assertThat(life.get("claims").findValues("firstSeen"))
                .filteredOn(load -> load.get("load").asInt() == 1)
                .hasSize(30);
        assertThat(Run.in(directory, "history", "Ada").out()).contains("FIRST SEEN", "RETIRED", "FIELD");
    }

    @Test
    void shouldSayWhatItDoesNotKnow() {
        Run unknown = Run.in(directory, "history", "99");
        Run ambiguous = Run.in(directory, "history", "2024-");
        Run none = Run.in(directory, "history", "--limit", "0");

        assertThat(unknown.exit()).isEqualTo(ExitCode.NONE.code());
        assertThat(unknown.err())
                .isEqualTo("ficelle: no load is named '99'; 'ficelle history' lists them\n"
                        + "ficelle: no entity is named '99', nor anything like it\n");
        assertThat(ambiguous.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ambiguous.err()).startsWith("ficelle: 3 loads begin with '2024-':\n  3  2024-12-01T12:00Z-3\n");
        assertThat(none.exit()).isEqualTo(ExitCode.USAGE.code());
    }
}
