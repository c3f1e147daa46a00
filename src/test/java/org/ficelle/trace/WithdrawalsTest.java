package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.ficelle.model.Footing;
import org.ficelle.model.Footing.Route;
import org.ficelle.model.Footing.Support;
import org.ficelle.model.Footing.Withdrawal;
import org.ficelle.trace.Sketch.Saying;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {

    private static final String A = "person:a";
    private static final String Z = "person:z";

    @Test
    void shouldTellWhatIsFatalToAPathFromWhatIsFatalToTheTie() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS company:m", Saying.STATED.in("doc-1"))
                .says("company:m HEADS person:z", Saying.STATED.in("doc-2"))
                .says("person:a KNOWS company:m", Saying.STATED.in("doc-2"))
                .says("person:a KNOWS person:n", Saying.STATED.in("doc-2"))
                .says("person:n KNOWS person:z", Saying.STATED.in("doc-2"));

        Footing footing = examine(sketch.view(), Rules.DEFAULT, Clock.systemUTC());

        assertThat(footing.unexamined()).isZero();
        assertThat(footing.withdrawals())
                .filteredOn(each -> each.support() != Support.CLAIM)
                .containsExactly(
                        new Withdrawal(Support.ORIGIN, "doc-1", new Route(0.288, List.of(A, "company:m", Z))),
                        new Withdrawal(Support.ORIGIN, "doc-2", null),
                        new Withdrawal(Support.ENTITY, "company:m", new Route(0.16, List.of(A, "person:n", Z))));
        assertThat(footing.withdrawals())
                .filteredOn(each -> each.support() == Support.CLAIM)
                .hasSize(2)
                .noneMatch(Withdrawal::fatal);
    }

    @Test
    void shouldTakeADenialThatIsWithdrawnForStrength() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.STATED.in("report"))
                .says("person:a HEADS person:z", Saying.DENIED.in("denial"));

        Footing footing = examine(sketch.view(), Rules.DEFAULT, Clock.systemUTC());

        assertThat(footing.withdrawals())
                .contains(new Withdrawal(Support.DOCUMENT, "denial", new Route(0.72, List.of(A, Z))));
    }

    @Test
    void shouldReadNoLinkAgainAndNoClaimsThatAWithdrawalCannotTouch() {
        Sketch sketch = new Sketch().chain("person:a KNOWS person:m KNOWS person:z");
        for (int i = 0; i < 40; i++) {
            sketch.says("person:a KNOWS person:b" + i, Saying.STATED.in("other"));
        }
        MemoryView searched = sketch.view();
        new PathFinder(Clock.systemUTC())
                .search(searched, Sketch.ONTOLOGY, searched.vertex(A), searched.vertex(Z), Rules.DEFAULT);
        MemoryView examined = sketch.view();

        Footing footing = examine(examined, Rules.DEFAULT, Clock.systemUTC());

        assertThat(footing.withdrawals()).hasSize(4).allMatch(Withdrawal::fatal);
        assertThat(examined.linkCalls()).isLessThanOrEqualTo(searched.linkCalls() + 2);
        assertThat(examined.calls()).isLessThan(searched.calls() + 12);
    }

    @Test
    void shouldCountWhatItDidNotExamineWithinItsLimits() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.STATED.in("direct"))
                .chain(
                        "person:a KNOWS person:b KNOWS person:c KNOWS person:d KNOWS person:e KNOWS person:f KNOWS person:g"
                                + " KNOWS person:h KNOWS person:i KNOWS person:j KNOWS person:k KNOWS person:l KNOWS person:z");
        Rules best = Rules.DEFAULT.withK(1);
        MemoryView view = sketch.view();
        Search search =
                new PathFinder(Clock.systemUTC()).search(view, Sketch.ONTOLOGY, view.vertex(A), view.vertex(Z), best);

        Search examined = new PathFinder(Clock.systemUTC())
                .examine(
                        view,
                        Sketch.ONTOLOGY,
                        view.vertex(A),
                        view.vertex(Z),
                        best.withLinks(search.effort().links()));

        assertThat(examined.complete()).isTrue();
        assertThat(examined.answer().paths()).isEqualTo(search.answer().paths());
        assertThat(examined.answer().footing().withdrawals()).isEmpty();
        assertThat(examined.answer().footing().unexamined()).isEqualTo(2);
        assertThat(examine(view, best, Clock.systemUTC()).withdrawals()).hasSize(2);
    }

    private static Footing examine(MemoryView view, Rules rules, Clock clock) {
        return new PathFinder(clock)
                .examine(view, Sketch.ONTOLOGY, view.vertex(A), view.vertex(Z), rules)
                .answer()
                .footing();
    }
}
