package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static List<String> rules(String raw, String date, String more) {
        String json =
                "{'dossier': 'x', 'documents': [{'id': 'd', 'type': 'post', 'title': 'T', 'publisher': 'not stated',"
                        + " 'published': {'raw': '" + raw + "', 'date': '" + date + "'" + more + "}}]}";
        return Sample.problems(Sample.bytes(json)).stream()
                .map(problem -> problem.split(" ")[1])
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13 November 2023            | 2023-11-13
            Monday, 13 November 2023    | 2023-11-13
            lundi 13 novembre 2023      | 2023-11-13
            LUNDI 13 novembre 2023      | 2023-11-13
            Monday 13 to Tuesday 14 November 2023 | 2023-11-13/2023-11-14
            the week of Monday, 13 November 2023  | 2023-11-13/2023-11-19
            13/11/23                    | 2023-11-13
            13.11.23, in the morning    | 2023-11-13
            ١٣ نوفمبر ٢٠٢٣              | 2023-11-13
            winter of 2023 to 2024      | 2023-12/2024-02
            29 February 2024            | 2024-02-29
            2023                        | 2023
            Mondays in 2023             | 2023
            """)
    void shouldAcceptADateThatFitsItsWords(String raw, String date) {
        assertThat(rules(raw, date, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Monday, 14 November 2023    | 2023-11-14 | wrong-weekday
            dimanche 13 novembre 2023   | 2023-11-13 | wrong-weekday
            Monday 13 to Friday 14 November 2023 | 2023-11-13/2023-11-14 | wrong-weekday
            13 November                 | 2023-11-13 | year-not-in-words
            13 November 2022            | 2023-11-13 | year-not-in-words
            27/7                        | 2023-07-27 | year-not-in-words
            22 vehicles in 23 days      | 2023       | year-not-in-words
            30 February 2023            | 2023-02-30 | impossible-date
            29 February 2023            | 2023-02-29 | impossible-date
            """)
    void shouldTellOfADateThatDoesNotFitItsWords(String raw, String date, String rule) {
        assertThat(rules(raw, date, "")).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Monday                      | 2023-11-13
            last year                   | 2022
            13 November                 | 2023-11-13
            """)
    void shouldAcceptAValueThatIsMarkedAsInferred(String raw, String date) {
        assertThat(rules(raw, date, ", 'inferred': true, 'basis': 'the report'"))
                .isEmpty();
        assertThat(rules(raw, date, ", 'inferred': false")).containsExactly("year-not-in-words");
    }
}
