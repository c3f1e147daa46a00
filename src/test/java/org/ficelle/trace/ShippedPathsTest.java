package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.ficelle.ShippedCase;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.NoPath.Reason;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search says of the shipped data. */
class ShippedPathsTest {

    private static final String MUXTARYEV = "account:x/muxtaryev";

    @ParameterizedTest
    @ValueSource(strings = {"company:mediamark-digital", "company:eleven-kings"})
    void shouldFollowTheDocumentedChainToTheCompany(String company) {
        PathAnswer answer = find(MUXTARYEV, company);

        assertThat(Sketch.chains(answer))
                .containsExactly("account:x/muxtaryev POSTED> media-set:15-boycott-images PART_OF> campaign:olimpiya"
                        + " <PART_OF media-item:39-second-video <PUBLISHED account:x/newyorkinsider PRESENTS_AS>"
                        + " outlet:newyorkinsider USES_DOMAIN> domain:newyorkinsider HOSTED_ON>"
                        + " server:unidentified-newyorkinsider <HOSTED_ON domain:orkhanrza.com PROMOTES>"
                        + " person:orkhan-rzayev HEADS> " + company);
        Path path = answer.paths().get(0);
        assertThat(path.hops().get(path.weakest()).link().relation()).isEqualTo("HOSTED_ON");
        assertThat(path.hops()).anyMatch(hop -> hop.link().status() == LinkStatus.INFERRED);
        assertThat(path.origins()).containsExactly("viginum-olimpiya");
        assertThat(path.breaks()).contains(new Path.Break("viginum-olimpiya", true));
    }

    @Test
    void shouldAnswerWithTheNegativeFindingWhereNoChainLeadsToTheGovernment() {
        PathAnswer answer = find("campaign:olimpiya", "government:azerbaijan");

        assertThat(answer.paths()).isEmpty();
        assertThat(answer.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.stance()).isEqualTo(Stance.NOT_ESTABLISHED);
            assertThat(finding.source().assertedBy()).isEqualTo("agency:viginum");
        });
        assertThat(answer.findingOrigins()).containsExactly("viginum-olimpiya");
    }

    @Test
    void shouldNameThePlacesThatAloneTieTheAccountToThePresident() {
        PathAnswer answer = find(MUXTARYEV, "person:emmanuel-macron");

        assertThat(answer.none().reason()).isEqualTo(Reason.BLOCKED);
        assertThat(answer.none().blocked())
                .extracting(blocked -> blocked.vertex().id())
                .contains("country:france", "event:paris-2024-games", "country:russia");
        assertThat(answer.none().leftOut()).extracting(left -> left.option()).containsExactly("--context");
    }

    private static PathAnswer find(String from, String to) {
        MemoryView view = new MemoryView(ShippedCase.all().corpus());
        return new PathFinder(Clock.systemUTC())
                .find(view, ShippedCase.ontology(), view.vertex(from), view.vertex(to), Rules.DEFAULT);
    }
}
