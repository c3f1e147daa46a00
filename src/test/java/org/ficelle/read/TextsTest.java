package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.WithNull;
import org.ficelle.model.Wording;
import org.junit.jupiter.api.Test;

/** Words that are kept on the disk are those that were put there. */
class TextsTest {

    private static final int LONG = 3_000;

    @Property
    void shouldGiveBackWhatIsNotOnTheDiskYet(
            @ForAll @NotEmpty List<String> statements, @ForAll @WithNull String quote, @ForAll @WithNull String note) {
        Texts texts = new Texts();
        List<Wording> kept = new ArrayList<>();
        statements.forEach(statement -> kept.add(texts.keep(statement, quote, note)));

        for (int number = 0; number < kept.size(); number++) {
            assertThat(kept.get(number)).isEqualTo(Wording.of(statements.get(number), quote, note));
        }
    }

    @Test
    void shouldGiveBackWhatSeveralThreadsPutOnTheDisk() {
        Texts texts = new Texts();
        List<Wording> kept = IntStream.range(0, LONG)
                .parallel()
                .mapToObj(number -> texts.keep(statement(number), number % 2 == 0 ? "«é»" : null, null))
                .toList();

        IntStream.range(0, LONG).parallel().forEach(number -> assertThat(kept.get(number))
                .isEqualTo(Wording.of(statement(number), number % 2 == 0 ? "«é»" : null, null))
                .hasSameHashCodeAs(Wording.of(statement(number), number % 2 == 0 ? "«é»" : null, null)));
    }

    private static String statement(int number) {
        return (number + " ș😀 ").repeat(LONG / 10);
    }

    @Test
    void shouldKeepAWordingOfMoreThanABuffer() {
        String statement = "é".repeat(2_000_000);

        assertThat(new Texts().keep(statement, null, "note").words())
                .isEqualTo(new Wording.Words(statement, null, "note"));
    }
}
