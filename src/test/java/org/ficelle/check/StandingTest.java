package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Labelled;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Proposition;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of statuses, in which a denial on the proposition opposes every assertion of it. */
class StandingTest {

    private static Claim claim(String manner, int number) {
        Optional<Modality> modality = Labelled.find(Modality.class, manner);
        return Claim.of(
                Proposition.of("person:a", "HEADS", "company:x"),
                modality.isPresent() ? Stance.ASSERTS : Labelled.of(Stance.class, manner),
                modality.orElse(null),
                new Source("agency:o", "d", "¶" + number),
                Wording.of("They say so.", null, null),
                Appraisal.UNSPECIFIED,
                Scope.UNSPECIFIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            denies                           |
            not-established                  |
            no-comment                       |
            forecasts                        |
            characterises                    |
            hypothetical                     |
            denies not-established no-comment forecasts characterises hypothetical |
            stated                           | established
            assessed                         | established
            stated alleged                   | established
            assessed inferred                | established
            stated self-declared             | established
            alleged                          | alleged
            alleged hypothetical             | alleged
            alleged inferred                 | alleged
            self-declared                    | self-declared
            inferred                         | inferred
            inferred inferred                | inferred
            stated no-comment                | established
            stated forecasts characterises   | established
            stated denies                    | contested
            alleged denies                   | contested
            self-declared denies             | contested
            inferred denies denies           | contested
            stated not-established           | not-established
            alleged not-established          | not-established
            stated denies not-established    | not-established
            """)
    void shouldGiveTheStatusOfTheTable(String manners, String status) {
        List<Claim> claims = new ArrayList<>();
        for (String manner : manners.split(" ")) {
            claims.add(claim(manner, claims.size()));
        }
        List<Claim> denials =
                claims.stream().filter(claim -> claim.stance() == Stance.DENIES).toList();

        Standing standing = Standing.of(claims, denials, new Lineage(Map.of()));

        assertThat(standing.status().map(LinkStatus::label)).isEqualTo(Optional.ofNullable(status));
        assertThat(standing.asserting()).allMatch(Claim::asserts);
        assertThat(standing.opposing())
                .allMatch(claim -> claim.stance() == Stance.DENIES || claim.stance() == Stance.NOT_ESTABLISHED);
    }
}
