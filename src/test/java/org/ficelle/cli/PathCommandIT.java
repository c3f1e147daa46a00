package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ficelle.cli.ShippedStore.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several targets, what was searched, and what a tie hangs on. */
class PathCommandIT {

    private static final String NOBODY = "Azerbaijani government";
    private static final String MEDIAMARK = "Mediamark Digital";

    private final ShippedStore store = ShippedStore.shared();

    @Test
    void shouldAnswerEachTargetInTheOrderGiven() {
        String[] several = {"path", "Olimpiya", NOBODY, "@MuxtarYev", "--to", "Orkhan Rzayev"};
        JsonNode answers = store.json(several).get("answers");
        String text = store.run(several).out();

        assertThat(answers)
                .extracting(answer -> answer.get("to").get("id").asText())
                .containsExactly("government:azerbaijan", "account:x/muxtaryev", "person:orkhan-rzayev");
        assertThat(store.json(several).get("from").get("id").asText()).isEqualTo("campaign:olimpiya");
        assertThat(answers).extracting(answer -> answer.get("paths").isEmpty()).containsExactly(true, false, false);
        assertThat(List.of(answers.get(0), answers.get(1), answers.get(2)))
                .containsExactly(
                        store.json("path", "Olimpiya", NOBODY),
                        store.json("path", "Olimpiya", "@MuxtarYev"),
                        store.json("path", "Olimpiya", "--to", "Orkhan Rzayev"));
        assertThat(text)
                .isEqualTo(store.run("path", "Olimpiya", NOBODY).out() + "\n\n"
                        + store.run("path", "Olimpiya", "@MuxtarYev").out() + "\n\n"
                        + store.run("path", "Olimpiya", "Orkhan Rzayev").out());
    }

    @Test
    void shouldExitWithZeroWhenAPathLeadsToAnyTarget() {
        assertThat(store.exit("path", "Olimpiya", NOBODY, "@MuxtarYev")).isZero();
        assertThat(store.exit("path", "Olimpiya", "@MuxtarYev", NOBODY)).isZero();
        assertThat(store.exit("path", "Olimpiya", "Orkhan Rzayev", NOBODY, "--max-hops", "1"))
                .isEqualTo(1);
        assertThat(store.run("path", "--help").out()).contains("exits with 0 when a path leads to any of them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@MuxtarYev|olimpiya|2|'Olimpiya' and 'olimpiya' are both campaign:olimpiya; give two entities",
                "@MuxtarYev|account:x/muxtaryev|2|'@MuxtarYev' and 'account:x/muxtaryev' are both"
                        + " account:x/muxtaryev; give each target once",
                "@MuxtarYev|Georgia|2|'Georgia' is the name of 2 entities; give one of their ids:",
                "@MuxtarYev|@MuxtarYef|1|no entity is named '@MuxtarYef'; the nearest are:"
            })
    void shouldNameTheTargetThatIsWrongAndAnswerNone(String one, String other, int exit, String sentence) {
        Run run = store.run("path", "Olimpiya", one, other);

        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst()).contains("ficelle: " + sentence);
    }

    @Test
    void shouldKeepToOneDocumentWhenATargetIsUnknown() {
        JsonNode answer = store.json("path", "Olimpiya", "@MuxtarYev", "@MuxtarYef");

        assertThat(answer.get("answers")).isEmpty();
        assertThat(answer.get("from").isNull()).isTrue();
        assertThat(answer.get("none").get("unknown").asText()).isEqualTo("@MuxtarYef");
    }

    @Test
    void shouldSayWhatWasSearchedOnlyWhenAskedTo() {
        JsonNode search =
                store.json("path", "@MuxtarYev", MEDIAMARK, "--explain").get("search");

        assertThat(store.json("path", "@MuxtarYev", MEDIAMARK).has("search")).isFalse();
        assertThat(store.text("path", "@MuxtarYev", MEDIAMARK)).doesNotContain("What was searched");
        assertThat(search.get("entities").asInt()).isBetween(11, 60);
        assertThat(search.get("links").asInt())
                .isGreaterThan(search.get("entities").asInt());
        assertThat(search.get("calls").asInt()).isBetween(5, 60);
        assertThat(search.get("leftOut").get("context").asInt()).isPositive();
        assertThat(search.get("milliseconds").isInt()).isTrue();
        assertThat(store.text("path", "@MuxtarYev", MEDIAMARK, "--explain"))
                .startsWith(store.text("path", "@MuxtarYev", MEDIAMARK).strip())
                .containsPattern("What was searched \\d+ entities with \\d+ links read in \\d+ calls to the store")
                .containsPattern("Kept out by rule, of what was met: .*context \\d+ links.*kind \\d+ entit");
        assertThat(store.text("path", "Olimpiya", NOBODY, "--explain")).contains("What was searched");
    }

    @Test
    void shouldSayWhatTheOnlyChainHangsOn() {
        JsonNode hangsOn = store.json("path", "@MuxtarYev", MEDIAMARK).get("hangsOn");

        assertThat(hangsOn.get("unexamined").asInt()).isZero();
        assertThat(hangsOn.get("without"))
                .allSatisfy(one -> assertThat(one.get("next").isNull()).isTrue());
        assertThat(texts(hangsOn.get("without"), "type").stream().distinct())
                .containsExactly("origin", "document", "entity", "claim");
        assertThat(texts(hangsOn.get("without"), "id"))
                .startsWith("viginum-olimpiya", "paris-denounces-campaign", "media-set:15-boycott-images")
                .hasSize(21);
        assertThat(store.json("path", "Olimpiya", NOBODY).get("hangsOn").isNull())
                .isTrue();
    }

    @Test
    void shouldNameTheNextBestPathForWhatIsNotFatal() {
        String[] two = {"path", "@MuxtarYev", "Olimpiya", "--candidates"};
        JsonNode images = StreamSupport.stream(
                        store.json(two).get("hangsOn").get("without").spliterator(), false)
                .filter(one -> one.get("id").asText().equals("media-set:15-boycott-images"))
                .findFirst()
                .orElseThrow();
        String[] avoiding = {"path", "@MuxtarYev", "Olimpiya", "--candidates", "--avoid", "media-set:15-boycott-images"
        };
        JsonNode best = store.json(avoiding).get("paths").get(0);

        assertThat(images.get("next").get("strength")).isEqualTo(best.get("strength"));
        assertThat(images.get("next").get("hops").asInt())
                .isEqualTo(best.get("hops").size());
        assertThat(texts(images.get("next").get("entities")))
                .startsWith("account:x/muxtaryev")
                .contains(best.get("hops").get(0).get("to").asText())
                .endsWith("campaign:olimpiya");
        assertThat(store.text(two)).contains("--explain prints each");
        assertThat(store.text("path", "@MuxtarYev", "Olimpiya", "--candidates", "--explain"))
                .contains("entity 15 boycott images: 2 hops, strength 0.039, through X user from Azerbaijan (unnamed)");
    }
}
