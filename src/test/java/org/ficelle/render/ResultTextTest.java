package org.ficelle.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ficelle.model.QueryResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTextTest {

    private static final Object PATH = path("a", "Ann", "b", "Ben", "c", "Cid");

    /** Links from the first to the second node, and from the third to the second. */
    private static Map<String, Object> path(String... idsAndNames) {
        List<Object> nodes = new ArrayList<>();
        for (int index = 0; index < idsAndNames.length; index += 2) {
            nodes.add(Map.of("id", idsAndNames[index], "labels", List.of("Entity"), "name", idsAndNames[index + 1]));
        }
        return Map.of(
                "nodes",
                nodes,
                "relationships",
                List.of(
                        Map.of("type", "HEADS", "start", idsAndNames[0], "end", idsAndNames[2]),
                        Map.of("type", "OWNS", "start", idsAndNames[4], "end", idsAndNames[2])));
    }

    @Test
    void shouldAlignColumnsAndSplitTheirNames() {
        QueryResult result = new QueryResult(
                List.of("name", "assertedBy", "p"),
                List.of(Arrays.asList("Æsop", 12L, PATH), Arrays.asList("Bo", null, null)));

        assertThat(ResultText.of(result, Style.PLAIN)).isEqualTo("""
                        NAME  ASSERTED BY  P
                        Æsop  12           (Ann)-[HEADS]->(Ben)<-[OWNS]-(Cid)
                        Bo
                        """);
    }

    @Test
    void shouldPutLongTextsAndPathsBeneathTheirRowAndBreakThemBetweenWordsAndSteps() {
        String words = "word ".repeat(25).strip();
        Object path = path("a", "n".repeat(40), "b", "m".repeat(40), "c", "o".repeat(40));
        QueryResult result = new QueryResult(
                List.of("name", "statement", "p"), List.of(List.of("Ann", words, path), List.of("Ben", "short", "")));

        assertThat(ResultText.of(result, Style.PLAIN))
                .isEqualTo("NAME\nAnn\n  statement: " + "word ".repeat(19).strip() + "\n    "
                        + "word ".repeat(6).strip() + "\n  p: (" + "n".repeat(40) + ")-[HEADS]->(" + "m".repeat(40)
                        + ")\n    <-[OWNS]-(" + "o".repeat(40) + ")\nBen\n  statement: short\n");
    }

    @Test
    void shouldWrapColumnsThatAreNotTooLongWhereThereIsNoRoom() {
        String forty = "four four four four four four four four";
        QueryResult result =
                new QueryResult(List.of("a", "b", "c"), List.of(List.of(forty, forty, forty), List.of("x", "y", "z")));

        String text = ResultText.of(result, Style.PLAIN);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        assertThat(text).startsWith("A ").doesNotContain(":").hasLineCount(4);
        assertThat(text.lines().toList().get(2).strip()).startsWith("four");
    }

    @ParameterizedTest
    @CsvSource({
        "0.35280000000000006,0.3528",
        "0.00003614856,0.00003615",
        "2000000,2000000",
        "0,0",
        "-0.5,-0.5",
        "1234567.5,1235000"
    })
    void shouldShowFourDigitsOfAFractionAndNoExponent(double number, String expected) {
        assertThat(Cells.text(number)).isEqualTo(expected);
    }

    @Test
    void shouldNeverSendControlCharactersToATerminal() {
        assertThat(Cells.text("a\u001b[31m\nb")).isEqualTo("a [31m b");
    }

    @Test
    void shouldShowListsAndMaps() {
        assertThat(Cells.text(List.of("a", 1L, List.of("b")))).isEqualTo("a, 1, b");
        assertThat(Cells.text(Map.of("k", 1L))).isEqualTo("{k: 1}");
        assertThat(Cells.text(Map.of("id", "claim:1", "labels", List.of("Claim"))))
                .isEqualTo("(claim:1)");
    }

    @Test
    void shouldPrintNothingForNoRows() {
        assertThat(ResultText.of(new QueryResult(List.of("a"), List.of()), Style.PLAIN))
                .isEmpty();
    }

    @Test
    void shouldQuoteInCsvWhatWouldBreakIt() {
        QueryResult result = new QueryResult(
                List.of("a", "b,c"), List.of(Arrays.asList("say \"x\"", PATH), Arrays.asList(null, List.of("p", "q"))));

        assertThat(Csv.of(result))
                .isEqualTo("a,\"b,c\"\n\"say \"\"x\"\"\",(Ann)-[HEADS]->(Ben)<-[OWNS]-(Cid)\n,\"p, q\"\n");
    }
}
