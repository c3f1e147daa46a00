package org.ficelle.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped queries, as text. */
class QueryLibraryTest {

    private static final Path FOLDER = Path.of("cypher");
    private static final QueryLibrary LIBRARY = QueryLibrary.read(FOLDER);

    /** A pattern of any length, or one that may go on without end, however it is written. */
    private static final Pattern UNBOUNDED = Pattern.compile("\\[[^\\]]*\\*|\\{\\d+,\\s*}|[)\\]]-?>?[*+]|-[*+]|>[*+]");

    /** A hop that names neither a type nor a condition. */
    private static final Pattern ANY_LINK = Pattern.compile("-\\[\\s*]-|--|-\\[\\w+]-(?!>?\\(:?\\w*:?Entity\\))");

    static List<StoredQuery> queries() {
        return LIBRARY.queries();
    }

    @Test
    void shouldHoldSoundFilesOnlyInFoldersByPurpose() {
        assertThat(LIBRARY.problems()).isEmpty();
        assertThat(LIBRARY.queries()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(LIBRARY.queries().stream().map(StoredQuery::folder).distinct())
                .containsExactly(
                        "accounts-and-content",
                        "attribution-paths",
                        "evidence-and-disagreement",
                        "infrastructure",
                        "lookups",
                        "quality",
                        "timeline");
    }

    @Test
    void shouldGiveEveryQueryATitleOfItsOwn() {
        assertThat(LIBRARY.queries().stream().map(StoredQuery::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldSayWhatAQueryAnswersAndWhatItsParametersAre(StoredQuery query) {
        assertThat(query.title()).hasSizeLessThanOrEqualTo(70).doesNotEndWith(".");
        assertThat(query.description()).endsWith(".").hasSizeGreaterThan(40);
        assertThat(query.parameters())
                .allSatisfy(parameter -> assertThat(parameter.description()).hasSizeGreaterThan(10));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldOrderAndLimitTheRowsOfEveryQuery(StoredQuery query) {
        String end = code(query).substring(code(query).lastIndexOf("RETURN"));

        assertThat(end).containsSubsequence("ORDER BY", "LIMIT ").matches("(?s).*LIMIT \\d{1,3};\\s*");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldBoundEveryChainAndNameWhatItWalks(StoredQuery query) {
        assertThat(code(query)).doesNotContainPattern(UNBOUNDED).doesNotContainPattern(ANY_LINK);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldWalkOnlyWhatMayBeWalkedInEveryChainOfLinks(StoredQuery query) {
        String code = code(query);

        if (code.matches("(?s).*\\{\\d+, ?\\d+}.*") && !code.contains("DERIVES_FROM")) {
            assertThat(query.text()).contains("h.status <> 'not-established'", ".transit", ".degree <= $hub");
            assertThat(query.text()).containsPattern("h\\.walkable|h\\.class = 'technical'");
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldFilterNothingAfterAShortestChainWasChosen(StoredQuery query) {
        String code = code(query);

        for (int at = code.indexOf("SHORTEST"); at >= 0; at = code.indexOf("SHORTEST", at + 1)) {
            assertThat(afterThePattern(code, at)).doesNotStartWith("WHERE");
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldNeedNeitherApocNorEnterprise(StoredQuery query) {
        assertThat(code(query))
                .doesNotContainIgnoringCase("apoc.")
                .doesNotContainIgnoringCase("gds.")
                .doesNotContainIgnoringCase("LOAD CSV")
                .doesNotContainIgnoringCase("CYPHER ")
                .doesNotContainIgnoringCase("IN TRANSACTIONS");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldHaveCasesForEveryQuery(StoredQuery query) throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/cases"))) {
            assertThat(cases.map(file -> file.getFileName().toString())).contains(query.name() + ".json");
        }
    }

    private static String code(StoredQuery query) {
        return Skeleton.of(query.text());
    }

    /** What follows the pattern that begins at {@code start}: the text after its last closing bracket. */
    private static String afterThePattern(String code, int start) {
        int open = 0;
        for (int at = code.indexOf('(', start); at < code.length(); at++) {
            char character = code.charAt(at);
            if (character == '(' || character == '[' || character == '{') {
                open++;
            } else if (character == ')' || character == ']' || character == '}') {
                open--;
            } else if (open == 0 && Character.isLetter(character)) {
                return code.substring(at);
            }
        }
        return "";
    }
}
