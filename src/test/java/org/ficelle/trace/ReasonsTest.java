package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ficelle.model.Modality;
import org.ficelle.model.NoPath;
import org.ficelle.model.NoPath.Reason;
import org.ficelle.model.RelationClass;
import org.ficelle.model.When;
import org.ficelle.trace.Sketch.Saying;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final String A = "person:a";
    private static final String Z = "person:z";

    @Test
    void shouldSayThatThereIsNoChainAtAll() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS person:b KNOWS country:fr LIVES_IN person:c")
                .chain("person:y KNOWS person:z");

        NoPath none = none(sketch, Rules.DEFAULT);

        assertThat(none.reason()).isEqualTo(Reason.NO_CHAIN);
        assertThat(none.blocked()).isEmpty();
        assertThat(none.leftOut()).isEmpty();
    }

    @Test
    void shouldNeverTakeADenialForAChain() {
        Sketch sketch = new Sketch().entity(A).entity(Z).says("person:a KNOWS person:z", Saying.DENIED);

        assertThat(none(sketch, Rules.DEFAULT).reason()).isEqualTo(Reason.NO_CHAIN);
    }

    @Test
    void shouldNameEveryPlaceThatChainsRunThrough() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS country:fr KNOWS person:z")
                .chain("person:a KNOWS country:ru KNOWS person:z")
                .chain("person:a KNOWS person:b KNOWS country:az KNOWS person:z")
                .chain("person:a KNOWS country:far KNOWS country:farther KNOWS country:farthest KNOWS person:z");

        NoPath none = none(sketch, Rules.DEFAULT);

        assertThat(none.reason()).isEqualTo(Reason.BLOCKED);
        assertThat(blocked(none)).containsExactly("country:fr", "country:ru", "country:az");
        assertThat(none.leftOut()).isEmpty();
    }

    @Test
    void shouldNameThePlaceWithoutWhichThereIsNoChainAndTheAlternativesBehindIt() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS country:gate KNOWS country:one KNOWS person:z")
                .chain("country:gate KNOWS country:two KNOWS person:z");

        assertThat(blocked(none(sketch, Rules.DEFAULT)))
                .containsExactlyInAnyOrder("country:gate", "country:one", "country:two");
    }

    @Test
    void shouldTellHubsFromPlacesAndFromWhatTheUserAvoids() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS person:hub KNOWS person:z")
                .chain("person:a KNOWS country:fr KNOWS person:z")
                .chain("person:a KNOWS person:m KNOWS person:z");
        IntStream.range(0, 50).forEach(i -> sketch.says("person:hub KNOWS person:n" + i));

        NoPath none = none(sketch, Rules.DEFAULT.withAvoid(Set.of("person:m")));

        assertThat(none.reason()).isEqualTo(Reason.BLOCKED);
        assertThat(none.blocked())
                .extracting(block -> block.vertex().id(), NoPath.Blocked::hub, NoPath.Blocked::avoided)
                .containsExactlyInAnyOrder(
                        tuple("country:fr", false, false),
                        tuple("person:hub", true, false),
                        tuple("person:m", false, true));
    }

    @Test
    void shouldNameTheStatusThatWouldLetTheChainIn() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS person:b HEADS person:z")
                .says("person:b HEADS person:z", Saying.NOT_ESTABLISHED);

        NoPath none = none(sketch, Rules.DEFAULT);

        assertThat(none.reason()).isEqualTo(Reason.LEFT_OUT);
        assertThat(none.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.option()).isEqualTo("--status +not-established");
            assertThat(left.links()).containsExactly("person:b HEADS person:z");
        });
        assertThat(sketch.find(A, Z).entities()).containsKey("person:b");
    }

    @Test
    void shouldNameEachOptionThatAloneWouldLetAChainIn() {
        Sketch sketch = new Sketch()
                .says("person:a LIVES_IN person:z", "person:a POSSIBLY_SAME_AS person:z")
                .says("person:a KNOWS person:z", Saying.asserts(Modality.ALLEGED));

        NoPath none = none(sketch, Rules.DEFAULT.strict());

        assertThat(options(none)).containsExactlyInAnyOrder("--context", "--candidates", "--status +alleged");
    }

    @Test
    void shouldNameAllOptionsThatItTakesTogether() {
        Sketch sketch = new Sketch()
                .chain("person:a LIVES_IN person:b POSSIBLY_SAME_AS person:c KNOWS person:z")
                .says("person:c KNOWS person:z", Saying.NOT_ESTABLISHED);

        NoPath none = none(sketch, Rules.DEFAULT);

        assertThat(none.reason()).isEqualTo(Reason.LEFT_OUT);
        assertThat(options(none)).containsExactly("--context and --candidates and --status +not-established");
    }

    @Test
    void shouldNameTheOptionOfEveryRuleThatKeepsTheOnlyChainOut() {
        Sketch sketch = new Sketch()
                .document("old", "2020-01-01")
                .says(
                        "person:z KNOWS person:a",
                        Saying.STATED.in("old").confidence(50).until("2021"));

        assertThat(options(none(sketch, Rules.DEFAULT.withRelations(Set.of("HEADS")))))
                .containsExactly("--relation KNOWS");
        assertThat(options(none(sketch, Rules.DEFAULT.withClasses(Set.of(RelationClass.TECHNICAL)))))
                .containsExactly("--class organisational");
        assertThat(options(none(sketch, Rules.DEFAULT.withDirected(true)))).containsExactly("leaving out --directed");
        assertThat(options(none(sketch, Rules.DEFAULT.withMinConfidence(51))))
                .containsExactly("a lower --min-confidence");
        assertThat(options(none(sketch, Rules.DEFAULT.withAsOf(LocalDate.of(2019, 12, 31)))))
                .containsExactly("a later --as-of");
        assertThat(options(none(sketch, Rules.DEFAULT.withDuring(When.Range.parse("2022")))))
                .containsExactly("a longer --during");
        assertThat(options(none(sketch, Rules.DEFAULT.withWithout(Set.of("old")))))
                .containsExactly("leaving out --without");
    }

    @Test
    void shouldNameRulesAboutClaimsThatOnlyTogetherKeepAChainOut() {
        Sketch sketch = new Sketch()
                .says("person:a KNOWS person:z", Saying.STATED.in("one").confidence(40))
                .says("person:a KNOWS person:z", Saying.STATED.in("two").confidence(90));

        NoPath none = none(sketch, Rules.DEFAULT.withMinConfidence(50).withWithout(Set.of("two")));

        assertThat(none.reason()).isEqualTo(Reason.LEFT_OUT);
        assertThat(options(none)).containsExactlyInAnyOrder("leaving out --without", "a lower --min-confidence");
    }

    @Test
    void shouldNameTheRuleThatChangesAStatusSoThatItIsLeftOut() {
        Sketch sketch = new Sketch()
                .says("person:a KNOWS person:z", Saying.asserts(Modality.ALLEGED))
                .says("person:a KNOWS person:z", Saying.STATED.in("two"));

        NoPath none = none(sketch, Rules.DEFAULT.strict().withWithout(Set.of("two")));

        assertThat(options(none)).containsExactlyInAnyOrder("--status +alleged", "leaving out --without");
    }

    @Test
    void shouldSayHowManyHopsItWouldTake() {
        Sketch sketch = new Sketch()
                .chain("person:a HEADS person:b HEADS person:c HEADS person:d HEADS person:z")
                .chain("person:a HOSTED_ON person:y HOSTED_ON person:x HOSTED_ON person:z");

        NoPath none = none(sketch, Rules.DEFAULT.withMaxHops(2));

        assertThat(none.reason()).isEqualTo(Reason.LEFT_OUT);
        assertThat(options(none)).containsExactly("--max-hops 3");
        assertThat(none.leftOut().get(0).links()).hasSize(3);
    }

    @Test
    void shouldNameBlocksAndOptionsWhereItTakesBoth() {
        Sketch sketch = new Sketch()
                .chain("account:muxtaryev LIVES_IN country:az LIVES_IN country:fr LIVES_IN person:macron")
                .chain("account:muxtaryev KNOWS person:b LIVES_IN country:ru LIVES_IN person:macron");

        NoPath none = sketch.find("account:muxtaryev", "person:macron").none();

        assertThat(none.reason()).isEqualTo(Reason.BLOCKED);
        assertThat(blocked(none)).contains("country:ru");
        assertThat(options(none)).containsExactly("--context");
    }

    @Test
    void shouldPreferBlocksToLeftOutLinksAsTheReason() {
        Sketch sketch =
                new Sketch().chain("person:a KNOWS country:fr KNOWS person:z").says("person:a LIVES_IN person:z");

        assertThat(none(sketch, Rules.DEFAULT).reason()).isEqualTo(Reason.BLOCKED);
    }

    @Test
    void shouldSayThatItDidNotFinishWhenTheLimitOnLinksIsReached() {
        Sketch sketch = wide();

        Search search = sketch.search(A, Z, Rules.DEFAULT.withLinks(20));

        assertThat(search.complete()).isFalse();
        assertThat(search.answer().none().reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(sketch.search(A, Z, Rules.DEFAULT).answer().paths()).hasSize(1);
    }

    @Test
    void shouldSayThatItDidNotFinishWhenTheTimeIsOver() {
        Sketch sketch = wide();
        MemoryView view = sketch.view();

        Search search = new PathFinder(new Ticking(Duration.ofSeconds(20)))
                .search(view, Sketch.ONTOLOGY, view.vertex(A), view.vertex(Z), Rules.DEFAULT);

        assertThat(search.complete()).isFalse();
        assertThat(search.answer().none().reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void shouldGiveThePathsItKnowsWhenALimitEndsTheSearch() {
        Sketch sketch = wide().says("person:a KNOWS person:z");

        Search search = sketch.search(A, Z, Rules.DEFAULT.withLinks(70));

        assertThat(search.complete()).isFalse();
        assertThat(Sketch.chains(search.answer())).containsExactly("person:a KNOWS> person:z");
    }

    @Test
    void shouldNotCallANoneCompleteWhoseReasonIsUnknown() {
        Sketch sketch = new Sketch().says("person:a KNOWS country:fr", "person:z KNOWS country:de");
        IntStream.range(0, 30)
                .forEach(i -> sketch.says("country:fr KNOWS person:n" + i, "country:de KNOWS person:m" + i));

        Search search = sketch.search(A, Z, Rules.DEFAULT.withLinks(10));

        assertThat(search.complete()).isFalse();
        assertThat(search.answer().none().reason()).isEqualTo(Reason.INCOMPLETE);
    }

    /** Forty branches at either end, one of which leads to the other. */
    private static Sketch wide() {
        Sketch sketch = new Sketch();
        for (int i = 0; i < 40; i++) {
            sketch.chain("person:a HEADS person:b" + i + " HEADS person:c" + i);
            sketch.chain("person:z HEADS person:y" + i + " HEADS person:x" + i);
        }
        return sketch.says("person:c11 HOSTED_ON person:x33");
    }

    private static NoPath none(Sketch sketch, Rules rules) {
        return sketch.find(A, Z, rules).none();
    }

    private static List<String> blocked(NoPath none) {
        return none.blocked().stream().map(block -> block.vertex().id()).toList();
    }

    private static List<String> options(NoPath none) {
        return none.leftOut().stream().map(NoPath.LeftOut::option).toList();
    }

    /** Goes on by the same time whenever it is asked. */
    private static final class Ticking extends Clock {

        private final Duration tick;
        private Instant now = Instant.EPOCH;

        Ticking(Duration tick) {
            this.tick = tick;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }
    }
}
