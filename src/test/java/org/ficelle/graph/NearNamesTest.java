package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {

    @Test
    void shouldAllowMoreErrorsInLongerWords() {
        assertThat(NearNames.query("Muxtaryef")).isEqualTo("folded:muxtaryef~2 OR folded:muxtaryef*");
        assertThat(NearNames.query("Orxan")).isEqualTo("folded:orxan~1 OR folded:orxan*");
        assertThat(NearNames.query("X")).isEqualTo("folded:x");
    }

    @Test
    void shouldAlsoAskForTheWordsWrittenAsOne() {
        assertThat(NearNames.query("New York")).contains("folded:new~1", "folded:york~1", "folded:newyork~2");
    }

    @Test
    void shouldAskForTheWholeAndTheWordsOfADomain() {
        assertThat(NearNames.query("orkhanrza.com")).contains("folded:orkhanrza\\.com~2", "folded:orkhanrza~2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "()", "*", "\"", "~", "@", "?!"})
    void shouldAskForNothingWhereThereIsNoWord(String text) {
        assertThat(NearNames.query(text)).isEmpty();
    }
}
