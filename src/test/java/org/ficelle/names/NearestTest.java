package org.ficelle.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS =
            List.of("asserts", "denies", "characterises", "title", "type", "id", "A", "B", "domain:orkhanrza.com");

    @ParameterizedTest
    @CsvSource({
        "assert, asserts",
        "Asserts, asserts",
        "titel, title",
        "tipe, type",
        "ID, id",
        "characterizes, characterises",
        "domain:orkhanrsa.con, domain:orkhanrza.com"
    })
    void shouldFindWhatWasProbablyMeant(String word, String meant) {
        assertThat(Nearest.of(word, WORDS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "G", "confirms", "''"})
    void shouldSuggestNothingThatIsFarOff(String word) {
        assertThat(Nearest.of(word, WORDS)).isEmpty();
    }

    @Test
    void shouldTakeTheFirstInTheAlphabetOfSeveral() {
        assertThat(Nearest.of("cat", List.of("rat", "bat", "hat"))).hasValue("bat");
    }
}
