package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Path;
import org.ficelle.model.When;
import org.ficelle.trace.Sketch.Saying;
import org.junit.jupiter.api.Test;

class EvidenceRulesTest {

    private static final String A = "person:a";
    private static final String Z = "person:z";
    private static final String TIE = "person:a HEADS person:z";

    @Test
    void shouldTakeAsPublishedOnlyWhatIsCertainlyPublishedByThen() {
        Sketch sketch = new Sketch()
                .document("dated", "2023-11-13")
                .document("month", "2023-11")
                .document("undated", null)
                .says("person:a HEADS person:z", Saying.STATED.in("dated"))
                .says("person:a KNOWS person:z", Saying.STATED.in("month"))
                .says("person:a POSTED person:z", Saying.STATED.in("undated"));

        assertThat(walked(sketch, asOf("2023-11-12"))).isEmpty();
        assertThat(walked(sketch, asOf("2023-11-13"))).containsExactly("HEADS");
        assertThat(walked(sketch, asOf("2023-11-29"))).containsExactly("HEADS");
        assertThat(walked(sketch, asOf("2023-11-30"))).containsExactly("HEADS", "KNOWS");
    }

    @Test
    void shouldNotKnowADenialBeforeItWasPublished() {
        Sketch sketch = new Sketch()
                .document("accusation", "2023-01-01")
                .document("answer", "2024-01-01")
                .says(TIE, Saying.STATED.in("accusation"))
                .says(TIE, Saying.DENIED.in("answer"));

        assertThat(status(sketch, asOf("2023-06-01"))).isEqualTo(LinkStatus.ESTABLISHED);
        assertThat(status(sketch, asOf("2024-06-01"))).isEqualTo(LinkStatus.CONTESTED);
        assertThat(sketch.find(A, Z, asOf("2023-06-01")).paths().get(0).strength())
                .isEqualTo(0.72);
    }

    @Test
    void shouldLeaveOutOnlyClaimsWhoseDatesLieWhollyOutside() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.STATED.from("2022-06").until("2023-06"))
                .says("person:a KNOWS person:z")
                .says("person:a POSTED person:z", Saying.STATED.from("2024"));

        assertThat(walked(sketch, during("2023-06/2023-08"))).containsExactly("HEADS", "KNOWS");
        assertThat(walked(sketch, during("2023-07"))).containsExactly("KNOWS");
        assertThat(walked(sketch, during("2025"))).containsExactly("POSTED", "KNOWS");
    }

    @Test
    void shouldLetAllRelaysFallWithTheirOrigin() {
        Sketch sketch = new Sketch()
                .document("relay", "2023-11-14", "report")
                .document("other-relay", "2023-11-15", "report")
                .says(TIE, Saying.STATED.in("relay"))
                .says(TIE, Saying.STATED.in("other-relay"));

        assertThat(walked(sketch, without("relay"))).containsExactly("HEADS");
        assertThat(walked(sketch, without("relay", "other-relay"))).isEmpty();
        assertThat(walked(sketch, without("report"))).isEmpty();
    }

    @Test
    void shouldKeepAClaimThatHasAnotherWayToAnOrigin() {
        Sketch sketch = new Sketch()
                .document("middle", null, "report")
                .document("relay", null, "middle", "second-report")
                .says(TIE, Saying.STATED.in("relay"));

        assertThat(walked(sketch, without("middle"))).containsExactly("HEADS");
        assertThat(walked(sketch, without("middle", "second-report"))).isEmpty();
        assertThat(sketch.find(A, Z, without("report")).paths().get(0).origins())
                .containsExactly("second-report");
    }

    @Test
    void shouldKnowThePublisherOfAnOriginUnderAnyOfItsIds() {
        Sketch sketch = new Sketch()
                .document("relay", null, "report")
                .says(TIE, Saying.STATED.in("relay").by("person:alias"))
                .merge(Sketch.publisherOf("relay"), "person:alias");

        assertThat(sketch.find(A, Z).paths().get(0).breaks()).containsExactly(new Path.Break("relay", true));
        assertThat(walked(sketch, without("report"))).containsExactly("HEADS");
        assertThat(walked(sketch, without("relay"))).isEmpty();
    }

    @Test
    void shouldWeighALinkByTheClaimsThatAreLeft() {
        Sketch sketch = new Sketch();
        String stated = sketch.claim(TIE, Saying.STATED);
        String alleged = sketch.claim(TIE, Saying.asserts(Modality.ALLEGED).in("two"));
        String denied = sketch.claim(TIE, Saying.DENIED.in("three"));

        assertThat(status(sketch, Rules.DEFAULT)).isEqualTo(LinkStatus.CONTESTED);
        assertThat(status(sketch, without(denied))).isEqualTo(LinkStatus.ESTABLISHED);
        assertThat(status(sketch, without(denied, stated))).isEqualTo(LinkStatus.ALLEGED);
        assertThat(sketch.find(A, Z, without(stated)).paths().get(0).strength()).isEqualTo(0.18);
        assertThat(walked(sketch, without(stated, alleged))).isEmpty();
        assertThat(sketch.find(A, Z, without(denied))
                        .paths()
                        .get(0)
                        .hops()
                        .get(0)
                        .claims())
                .hasSize(2);
    }

    @Test
    void shouldDropADenialWithTheClaimItDenied() {
        Sketch sketch = new Sketch();
        String alleged = sketch.claim(TIE, Saying.asserts(Modality.ALLEGED));
        sketch.says(TIE, Saying.STATED.in("two"));
        sketch.says("person:z KNOWS person:spokesman", Saying.DENIED.targeting(alleged));

        assertThat(status(sketch, Rules.DEFAULT)).isEqualTo(LinkStatus.CONTESTED);
        assertThat(status(sketch, without(alleged))).isEqualTo(LinkStatus.ESTABLISHED);
    }

    @Test
    void shouldCountAnUnspecifiedConfidenceAsThePrior() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z")
                .says(
                        "person:a KNOWS person:z",
                        Saying.asserts(Modality.INFERRED).confidence(81));

        assertThat(walked(sketch, Rules.DEFAULT.withMinConfidence(80))).containsExactly("HEADS", "KNOWS");
        assertThat(walked(sketch, Rules.DEFAULT.withMinConfidence(81))).containsExactly("KNOWS");
        assertThat(walked(sketch, Rules.DEFAULT.withMinConfidence(82))).isEmpty();
    }

    @Test
    void shouldReadClaimsInBatches() {
        Sketch sketch = new Sketch();
        for (int i = 0; i < 30; i++) {
            sketch.chain("person:a KNOWS person:b" + i + " KNOWS person:c" + i + " KNOWS person:z");
        }

        Search search = sketch.search(A, Z, without("other"));

        assertThat(search.effort().entities()).isGreaterThan(30);
        assertThat(search.effort().calls()).isLessThan(40);
    }

    private static Rules asOf(String day) {
        return Rules.DEFAULT.withAsOf(LocalDate.parse(day));
    }

    private static Rules during(String range) {
        return Rules.DEFAULT.withDuring(When.Range.parse(range));
    }

    private static Rules without(String... ids) {
        return Rules.DEFAULT.withWithout(Set.of(ids));
    }

    private static LinkStatus status(Sketch sketch, Rules rules) {
        return sketch.find(A, Z, rules).paths().get(0).hops().get(0).link().status();
    }

    /** The relations of the links between the two, the strongest first. */
    private static List<String> walked(Sketch sketch, Rules rules) {
        return sketch.find(A, Z, rules).paths().stream()
                .flatMap(path -> path.hops().stream())
                .flatMap(hop -> Stream.concat(Stream.of(hop.link()), hop.parallel().stream()))
                .map(link -> link.relation())
                .toList();
    }
}
