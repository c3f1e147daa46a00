package org.ficelle.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ficelle.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFileTest {

    private static final String SOUND = """
            // A title
            // What it answers,
            // in two lines.
            // :param who => 'x'    whoever; it may hold $none and a ;
            // :param most => 5
            // :param share => -0.5    a share
            // :param all => true    whether all
            // :param day => date('2023-11-13')    a day
            // :param kinds => ['A', 'B']    kinds
            // :param none => []    names

            // A comment with $other and ; in it.
            MATCH (n {name: $who, `odd $name;`: 'a // b; $c'})
            WHERE n.x < $most OR n.y < $share OR $all OR n.day = $day OR n.kind IN $kinds /* ; $d */ OR n.id IN $none
            RETURN n;
            """;

    @TempDir
    Path folder;

    @Test
    void shouldFillValuesInWhereTheParametersStandAndNowhereElse() throws IOException {
        write("my-query.cypher", SOUND);
        StoredQuery query = read().find("my-query").orElseThrow();
        Map<String, String> given = Map.of("who", "it's \\ $most", "none", "[]", "kinds", "B, O'Hara");

        String filled = query.filled(query.bind(given));

        assertThat(filled).isEqualTo("""
                // A title
                // What it answers,
                // in two lines.

                // A comment with $other and ; in it.
                MATCH (n {name: 'it\\'s \\\\ $most', `odd $name;`: 'a // b; $c'})
                WHERE n.x < 5 OR n.y < -0.5 OR true OR n.day = date('2023-11-13') OR n.kind IN ['B', 'O\\'Hara'] /* ; $d */ OR n.id IN []
                RETURN n;""");
    }

    @Test
    void shouldReadHeaderParametersAndStatement() throws IOException {
        write("purpose/inner/my-query.cypher", SOUND);

        StoredQuery query = read().find("my-query").orElseThrow();

        assertThat(query.folder()).isEqualTo("purpose/inner");
        assertThat(query.title()).isEqualTo("A title");
        assertThat(query.description()).isEqualTo("What it answers, in two lines.");
        assertThat(query.text()).isEqualTo(SOUND);
        assertThat(query.parameters())
                .extracting(Parameter::name, Parameter::type, Parameter::preset)
                .containsExactly(
                        tuple("who", ParameterType.STRING, "x"),
                        tuple("most", ParameterType.INTEGER, 5L),
                        tuple("share", ParameterType.FLOAT, -0.5),
                        tuple("all", ParameterType.BOOLEAN, true),
                        tuple("day", ParameterType.DATE, LocalDate.of(2023, 11, 13)),
                        tuple("kinds", ParameterType.LIST, List.of("A", "B")),
                        tuple("none", ParameterType.LIST, List.of()));
        assertThat(query.parameters().get(0).description()).isEqualTo("whoever; it may hold $none and a ;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldGiveOneChecksumWhateverEndsTheLines(String end) throws IOException {
        write("unix.cypher", SOUND);
        write("other.cypher", SOUND.replace("\n", end));

        QueryLibrary library = read();

        assertThat(library.problems()).isEmpty();
        assertThat(library.find("other").orElseThrow().checksum())
                .isEqualTo(library.find("unix").orElseThrow().checksum())
                .hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MATCH (n) RETURN n;|1:1: the first line is no title; begin the file with // and the title",
                "// :param x => 1#RETURN 1;|1:1: the first line is no title; begin the file with // and the title",
                "// T#RETURN 1|2:9: the statement has no end; end it with ;",
                "// T#RETURN 1; RETURN 2;|2:9: another statement follows here; write one statement a file",
                "// T# ; |1:1: there is no statement; write one that ends in ;",
                "// T#RETURN $x;|2:8: the parameter $x is not declared; add a line // :param x => default",
                "// T#// :param x => 1#RETURN 1;|2:1: the parameter 'x' is declared and never used; use $x or remove its line",
                "// T#// :param x => 1#// :param x => 2#RETURN $x;|3:11: 'x' is declared twice; declare it once",
                "// T#// :param x 1#RETURN 1;|2:10: this parameter cannot be read; write // :param name => default    what it is",
                "// T#// :param x => rand()#RETURN $x;|2:16: the default of 'x' cannot be read; give a string, integer,"
                        + " float, boolean, date('2023-11-13') or a list of one of these",
                "// T#// :param x => ['a', 1]#RETURN $x;|2:16: the default of 'x' cannot be read; give a string, integer,"
                        + " float, boolean, date('2023-11-13') or a list of one of these",
                "// T#// :param x => 'a#RETURN $x;|2:16: the default of 'x' cannot be read; give a string, integer, float,"
                        + " boolean, date('2023-11-13') or a list of one of these",
                "// T#// :param x => 'a'b#RETURN $x;|2:19: the default of 'x' goes on after its end; leave a blank before"
                        + " what the parameter is"
            })
    void shouldSayWhereAFileIsWrongAndWhatWouldBeRight(String text, String expected) throws IOException {
        write("broken.cypher", text.replace('#', '\n'));

        QueryLibrary library = read();

        assertThat(library.queries()).isEmpty();
        assertThat(library.problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("broken.cypher") + ":" + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Camel", "snake_case", "two--hyphens", "-lead", "blank name", "über"})
    void shouldRefuseANameThatIsNotInKebabCase(String name) throws IOException {
        write(name + ".cypher", "// T\nRETURN 1;\n");

        assertThat(read().problems())
                .extracting(Problem::wrong)
                .containsExactly("'" + name + "' is no name for a query");
    }

    @Test
    void shouldRefuseASecondFileOfOneNameAndKeepTheFirst() throws IOException {
        write("a/same.cypher", "// First\nRETURN 1;\n");
        write("b/same.cypher", "// Second\nRETURN 2;\n");

        QueryLibrary library = read();

        assertThat(library.queries()).extracting(StoredQuery::title).containsExactly("First");
        assertThat(library.problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("b/same.cypher")
                        + ":1:1: another query has the name same, in the folder 'a'; rename one of the two");
    }

    @Test
    void shouldPassOverOtherFilesAndHiddenOnes() throws IOException {
        write("notes.txt", "x");
        write(".hidden/x.cypher", "x");
        write("a/.y.cypher", "x");
        Files.createDirectory(folder.resolve("folder.cypher"));

        assertThat(read()).isEqualTo(new QueryLibrary(List.of(), List.of()));
    }

    @Test
    void shouldReportAFileThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("latin.cypher"), "// Über\nRETURN 1;".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read().problems()).extracting(Problem::wrong).containsExactly("the file is not UTF-8");
    }

    @Test
    void shouldFillParametersWithDefaultsAndWithWhatIsGiven() throws IOException {
        write("q.cypher", SOUND);
        StoredQuery query = read().find("q").orElseThrow();

        assertThat(query.bind(Map.of()))
                .isEqualTo(Map.of(
                        "who",
                        "x",
                        "most",
                        5L,
                        "share",
                        -0.5,
                        "all",
                        true,
                        "day",
                        LocalDate.of(2023, 11, 13),
                        "kinds",
                        List.of("A", "B"),
                        "none",
                        List.of()));
        assertThat(query.bind(Map.of(
                        "who", "'q' = \"r\", s",
                        "most", "-7",
                        "share", "3",
                        "all", "false",
                        "day", "2024-02-29",
                        "kinds", "A, B b,C",
                        "none", "['x, y', \"it's\"]")))
                .isEqualTo(Map.of(
                        "who",
                        "'q' = \"r\", s",
                        "most",
                        -7L,
                        "share",
                        3.0,
                        "all",
                        false,
                        "day",
                        LocalDate.of(2024, 2, 29),
                        "kinds",
                        List.of("A", "B b", "C"),
                        "none",
                        List.of("x, y", "it's")));
        assertThat(query.bind(Map.of("kinds", "", "who", "")))
                .containsEntry("kinds", List.of())
                .containsEntry("who", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "most|many|the parameter 'most' is an integer, and 'many' is none; give a whole number such as 50",
                "most|1.5|the parameter 'most' is an integer, and '1.5' is none; give a whole number such as 50",
                "most|9223372036854775808|the parameter 'most' is an integer, and '9223372036854775808' is none; give a"
                        + " whole number such as 50",
                "share|NaN|the parameter 'share' is a float, and 'NaN' is none; give a number such as 0.5",
                "share|1e999|the parameter 'share' is a float, and '1e999' is none; give a number such as 0.5",
                "all|yes|the parameter 'all' is a boolean, and 'yes' is none; give true or false",
                "day|2023-02-30|the parameter 'day' is a date, and '2023-02-30' is none; give a day such as 2023-11-13",
                "day|13.11.2023|the parameter 'day' is a date, and '13.11.2023' is none; give a day such as 2023-11-13",
                "kinds|[1, 2]|the parameter 'kinds' is a list, and '[1, 2]' is none; give values with commas between them,"
                        + " or a list such as ['a', 'b']",
                "kinds|['a'|the parameter 'kinds' is a list, and '['a'' is none; give values with commas between them, or"
                        + " a list such as ['a', 'b']",
                "whom|x|the query q has no parameter 'whom'; it takes who, most, share, all, day, kinds, none"
            })
    void shouldExplainAWrongNameOrType(String name, String text, String expected) throws IOException {
        write("q.cypher", SOUND);
        StoredQuery query = read().find("q").orElseThrow();

        assertThatThrownBy(() -> query.bind(Map.of(name, text)))
                .isInstanceOf(WrongParameter.class)
                .hasMessage(expected);
    }

    private QueryLibrary read() {
        return QueryLibrary.read(folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
