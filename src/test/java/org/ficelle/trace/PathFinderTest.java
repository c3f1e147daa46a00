package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.RelationClass;
import org.ficelle.trace.Sketch.Saying;
import org.junit.jupiter.api.Test;

class PathFinderTest {

    private static final String A = "person:a";
    private static final String Z = "person:z";

    @Test
    void shouldFollowTheOlimpiyaChainWithItsWeakestHopAndItsOneOrigin() {
        Saying found = Saying.asserts(Modality.ASSESSED).by("company:viginum").in("article");
        Sketch sketch = new Sketch()
                .document("viginum-report", "2023-11-13")
                .document("article", "2023-11-14", "viginum-report")
                .says("account:muxtaryev POSTED media:images", found)
                .says("media:images POSTED company:olimpiya", found)
                .says("media:video POSTED company:olimpiya", found)
                .says("account:newyorkinsider POSTED media:video", found)
                .says(
                        "account:newyorkinsider POSTED domain:newyorkinsider",
                        Saying.asserts(Modality.INFERRED).in("article"))
                .says("domain:newyorkinsider HOSTED_ON server:shared", found)
                .says("domain:orkhanrza.com HOSTED_ON server:shared", found)
                .says("domain:orkhanrza.com POSTED person:orkhan-rzayev", found)
                .says("person:orkhan-rzayev HEADS company:mediamark", found)
                .says("person:orkhan-rzayev HEADS company:eleven-kings", found);

        PathAnswer answer = sketch.find("account:muxtaryev", "company:mediamark");

        assertThat(Sketch.chains(answer))
                .containsExactly("account:muxtaryev POSTED> media:images POSTED> company:olimpiya <POSTED media:video"
                        + " <POSTED account:newyorkinsider POSTED> domain:newyorkinsider HOSTED_ON> server:shared"
                        + " <HOSTED_ON domain:orkhanrza.com POSTED> person:orkhan-rzayev HEADS> company:mediamark");
        Path path = answer.paths().get(0);
        assertThat(path.weakest()).isEqualTo(5);
        assertThat(path.hops().get(4).link().status()).isEqualTo(LinkStatus.INFERRED);
        assertThat(path.documents()).containsExactly("article");
        assertThat(path.breaks())
                .containsExactly(new Path.Break("article", false), new Path.Break("viginum-report", true));
        assertThat(answer.documents()).containsOnlyKeys("article", "viginum-report");
        assertThat(answer.entities())
                .containsKeys("company:viginum", "person:publisher-of-viginum-report", "server:shared");
    }

    @Test
    void shouldPreferTheStrongestChainToTheShortest() {
        Sketch sketch = new Sketch()
                .chain("person:a HOSTED_ON person:z")
                .chain("person:a HEADS company:m HEADS company:n HEADS person:z");

        PathAnswer answer = sketch.find(A, Z);

        assertThat(Sketch.chains(answer))
                .containsExactly(
                        "person:a HEADS> company:m HEADS> company:n HEADS> person:z", "person:a HOSTED_ON> person:z");
        assertThat(answer.paths().get(0).strength()).isEqualTo(0.373248);
        assertThat(answer.none()).isNull();
    }

    @Test
    void shouldGiveAtMostAsManyPathsAsAskedFor() {
        Sketch sketch = new Sketch();
        IntStream.range(0, 6).forEach(i -> sketch.chain("person:a KNOWS person:m" + i + " KNOWS person:z"));

        assertThat(sketch.find(A, Z).paths()).hasSize(3);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withK(5)).paths()).hasSize(5);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withK(50)).paths()).hasSize(6);
    }

    @Test
    void shouldBreakTiesByFewerHopsAndThenByIds() {
        Saying certain = Saying.STATED.confidence(100);
        Sketch sketch = new Sketch()
                .says("person:a POSTED person:a1", certain)
                .says("person:a1 KNOWS person:a2")
                .says("person:a2 KNOWS person:z", certain);
        for (String half : List.of("person:d", "person:b", "person:c")) {
            sketch.chain("person:a KNOWS " + half + " KNOWS person:z");
        }

        PathAnswer answer = sketch.find(A, Z, Rules.DEFAULT.withK(9));

        assertThat(Sketch.chains(answer))
                .containsExactly(
                        "person:a KNOWS> person:b KNOWS> person:z",
                        "person:a KNOWS> person:c KNOWS> person:z",
                        "person:a KNOWS> person:d KNOWS> person:z",
                        "person:a POSTED> person:a1 KNOWS> person:a2 KNOWS> person:z");
        assertThat(answer.paths()).extracting(Path::strength).containsOnly(0.16);
    }

    @Test
    void shouldTellEqualProductsFromNearlyEqualOnes() {
        // 0.297 * 0.297 * 0.099 is greater than 0.099 * 0.297 * 0.297 in floating point; they are equal, the ids
        // decide.
        Sketch sketch = new Sketch();
        int[] up = {33, 33, 11};
        int[] down = {11, 33, 33};
        for (int i = 0; i < 3; i++) {
            String[] upper = {"person:a", "person:y1", "person:y2", "person:z"};
            String[] lower = {"person:a", "person:b1", "person:b2", "person:z"};
            sketch.says(upper[i] + " HEADS " + upper[i + 1], Saying.STATED.confidence(up[i]));
            sketch.says(lower[i] + " HEADS " + lower[i + 1], Saying.STATED.confidence(down[i]));
        }

        PathAnswer answer = sketch.find(A, Z);

        assertThat(answer.paths().get(0).hops().get(0).to()).isEqualTo("person:b1");
        assertThat(answer.paths().get(0).strength())
                .isEqualTo(answer.paths().get(1).strength());
    }

    @Test
    void shouldWalkTheStrongestOfParallelLinksAndKeepTheOthers() {
        Sketch sketch =
                new Sketch().says("person:a KNOWS person:z", "person:z HEADS person:a", "person:a POSTED person:z");

        Path path = sketch.find(A, Z).paths().get(0);

        Hop hop = path.hops().get(0);
        assertThat(sketch.find(A, Z).paths()).hasSize(1);
        assertThat(hop.link().relation()).isEqualTo("HEADS");
        assertThat(hop.forward()).isFalse();
        assertThat(hop.parallel()).extracting(Link::relation).containsExactly("POSTED", "KNOWS");
    }

    @Test
    void shouldChooseTheSmallerIdAmongEquallyStrongParallelLinks() {
        Sketch sketch = new Sketch().says("person:z KNOWS person:a", "person:a KNOWS person:z");

        Hop hop = sketch.find(A, Z).paths().get(0).hops().get(0);

        assertThat(hop.link().id()).isEqualTo("person:a KNOWS person:z");
    }

    @Test
    void shouldHalveAContestedLink() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z")
                .says("person:a HEADS person:z", Saying.DENIED.by("person:a"));

        Hop hop = sketch.find(A, Z).paths().get(0).hops().get(0);

        assertThat(hop.link().status()).isEqualTo(LinkStatus.CONTESTED);
        assertThat(sketch.find(A, Z).paths().get(0).strength()).isEqualTo(0.36);
        assertThat(hop.against())
                .extracting(claim -> claim.source().assertedBy())
                .containsExactly("person:a");
        assertThat(sketch.find(A, Z).findings()).hasSize(1);
    }

    @Test
    void shouldNotAddUpRepetition() {
        Sketch sketch = new Sketch();
        IntStream.range(0, 5).forEach(i -> sketch.says("person:a HEADS person:z", Saying.STATED.in("article-" + i)));

        Path path = sketch.find(A, Z).paths().get(0);

        assertThat(path.strength()).isEqualTo(0.72);
        assertThat(path.documents()).hasSize(5);
        assertThat(path.breaks()).isEmpty();
    }

    @Test
    void shouldNeverWalkLinksThatCouldNotBeEstablishedUnlessAsked() {
        Sketch sketch =
                new Sketch().says("person:a HEADS person:z").says("person:a HEADS person:z", Saying.NOT_ESTABLISHED);

        assertThat(sketch.find(A, Z).paths()).isEmpty();
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withStatuses(EnumSet.allOf(LinkStatus.class)))
                        .paths())
                .hasSize(1);
    }

    @Test
    void shouldNeverWalkDenialsHypothesesAndForecasts() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.DENIED)
                .says("person:a KNOWS person:z", Saying.asserts(Modality.HYPOTHETICAL));

        assertThat(sketch.find(A, Z).paths()).isEmpty();
        assertThat(sketch.find(A, Z).findings()).hasSize(1);
    }

    @Test
    void shouldNotPassThroughKindsThatAreNoTransitButLetThemBeEnds() {
        Sketch sketch = new Sketch().chain("person:a KNOWS country:fr KNOWS person:z");

        assertThat(sketch.find(A, Z).paths()).isEmpty();
        assertThat(sketch.find(A, "country:fr").paths()).hasSize(1);
        assertThat(sketch.find("country:fr", Z).paths()).hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withThrough(Set.of("country:fr")))
                        .paths())
                .hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withThrough(Set.of("Country")))
                        .paths())
                .hasSize(1);
    }

    @Test
    void shouldNotPassThroughHubsButLetThemBeEnds() {
        Sketch sketch = new Sketch().chain("person:a KNOWS person:hub KNOWS person:z");
        IntStream.range(0, 49).forEach(i -> sketch.says("person:hub KNOWS person:n" + i));

        assertThat(sketch.find(A, Z).paths()).isEmpty();
        assertThat(sketch.find(A, "person:hub").paths()).hasSize(1);
        assertThat(sketch.find("person:n7", "person:hub").paths()).hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withHubDegree(51)).paths()).hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withThrough(Set.of("person:hub")))
                        .paths())
                .hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withThrough(Set.of("Person")))
                        .paths())
                .isEmpty();
    }

    @Test
    void shouldPassThroughAnEntityWithExactlyAsManyLinksAsAllowed() {
        Sketch sketch = new Sketch().chain("person:a KNOWS person:hub KNOWS person:z");
        IntStream.range(0, 48).forEach(i -> sketch.says("person:hub KNOWS person:n" + i));

        assertThat(sketch.find(A, Z).paths()).hasSize(1);
    }

    @Test
    void shouldAvoidWhatIsToBeAvoidedUnlessItIsAnEnd() {
        Sketch sketch = new Sketch().chain("person:a KNOWS person:m KNOWS person:z");
        Rules rules = Rules.DEFAULT.withAvoid(Set.of("person:m"));

        assertThat(sketch.find(A, Z, rules).paths()).isEmpty();
        assertThat(sketch.find(A, "person:m", rules).paths()).hasSize(1);
    }

    @Test
    void shouldAvoidAMergedEntityByTheIdOfAnyMember() {
        Sketch sketch = new Sketch().merge("person:m", "person:alias").chain("person:a KNOWS person:m KNOWS person:z");

        assertThat(sketch.find(A, Z, Rules.DEFAULT.withAvoid(Set.of("person:alias")))
                        .paths())
                .isEmpty();
    }

    @Test
    void shouldKeepToTheBoundOnHopsEvenWhereLongerChainsAreStronger() {
        Sketch sketch = new Sketch()
                .chain("person:a HEADS person:b HEADS person:c HEADS person:z")
                .chain("person:b HOSTED_ON person:z");

        assertThat(Sketch.chains(sketch.find(A, Z, Rules.DEFAULT.withMaxHops(2))))
                .containsExactly("person:a HEADS> person:b HOSTED_ON> person:z");
        assertThat(Sketch.chains(sketch.find(A, Z, Rules.DEFAULT.withMaxHops(3))))
                .containsExactly(
                        "person:a HEADS> person:b HEADS> person:c HEADS> person:z",
                        "person:a HEADS> person:b HOSTED_ON> person:z");
    }

    @Test
    void shouldWalkOnlyTheRelationsClassesAndStatusesAskedFor() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z")
                .says("person:a HOSTED_ON person:z", Saying.asserts(Modality.ALLEGED));

        assertThat(walked(sketch, Rules.DEFAULT.withRelations(Set.of("HOSTED_ON"))))
                .containsExactly("HOSTED_ON");
        assertThat(walked(sketch, Rules.DEFAULT.withClasses(Set.of(RelationClass.TECHNICAL))))
                .containsExactly("HOSTED_ON");
        assertThat(walked(sketch, Rules.DEFAULT.withStatuses(Set.of(LinkStatus.ALLEGED))))
                .containsExactly("HOSTED_ON");
        assertThat(walked(sketch, Rules.DEFAULT.strict())).containsExactly("HEADS");
        assertThat(walked(sketch, Rules.DEFAULT)).containsExactly("HEADS", "HOSTED_ON");
    }

    @Test
    void shouldWalkContextOnlyWhenAsked() {
        Sketch sketch = new Sketch().says("person:a LIVES_IN country:fr").says("person:a MENTIONS person:z");

        assertThat(sketch.find(A, "country:fr").paths()).isEmpty();
        assertThat(sketch.find(A, Z).paths()).isEmpty();
        Rules context = Rules.DEFAULT.withContext(true);
        assertThat(sketch.find(A, "country:fr", context).paths())
                .singleElement()
                .satisfies(path -> assertThat(path.strength()).isEqualTo(0.08));
        assertThat(sketch.find(A, Z, context).paths()).singleElement().satisfies(path -> assertThat(path.strength())
                .isCloseTo(Rules.LEAST_WEIGHT * 0.8, within(1e-9)));
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withRelations(Set.of("MENTIONS")))
                        .paths())
                .hasSize(1);
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withClasses(Set.of(RelationClass.CONTEXT)))
                        .paths())
                .hasSize(1);
        assertThat(sketch.find(A, Z, context.withClasses(Set.of(RelationClass.TECHNICAL)))
                        .paths())
                .hasSize(1);
    }

    @Test
    void shouldTakeCandidatesForOneOnlyWhenAskedAndNeverThoseThatAreNotOne() {
        Sketch sketch = new Sketch().says("person:a POSSIBLY_SAME_AS person:z").says("person:a NOT_SAME_AS person:y");
        Rules all = Rules.DEFAULT
                .withCandidates(true)
                .withContext(true)
                .withRelations(Set.of("NOT_SAME_AS", "POSSIBLY_SAME_AS"));

        assertThat(sketch.find(A, Z).paths()).isEmpty();
        assertThat(sketch.find(A, Z, Rules.DEFAULT.withCandidates(true)).paths())
                .hasSize(1);
        assertThat(sketch.find(A, Z, all).paths()).hasSize(1);
        assertThat(sketch.find(A, "person:y", all).paths()).isEmpty();
    }

    @Test
    void shouldFollowArrowsOnlyForwardWhenDirected() {
        Sketch sketch =
                new Sketch().says("person:a KNOWS person:m", "person:z HEADS person:m", "person:m HOSTED_ON person:z");

        assertThat(Sketch.chains(sketch.find(A, Z))).containsExactly("person:a KNOWS> person:m <HEADS person:z");
        assertThat(Sketch.chains(sketch.find(A, Z, Rules.DEFAULT.withDirected(true))))
                .containsExactly("person:a KNOWS> person:m HOSTED_ON> person:z");
        assertThat(sketch.find(Z, A, Rules.DEFAULT.withDirected(true)).paths()).isEmpty();
    }

    @Test
    void shouldNotPassThroughTheEndsThemselves() {
        Sketch sketch = new Sketch().chain("person:b HEADS person:a HEADS person:z HEADS person:c HEADS person:b");

        assertThat(Sketch.chains(sketch.find(A, Z)))
                .containsExactly(
                        "person:a HEADS> person:z", "person:a <HEADS person:b <HEADS person:c <HEADS person:z");
    }

    @Test
    void shouldIgnoreALinkOfAnEntityToItself() {
        Sketch sketch = new Sketch()
                .merge("person:b", "person:b2")
                .says("person:b KNOWS person:b2", "person:a KNOWS person:b2", "person:b KNOWS person:z");

        assertThat(Sketch.chains(sketch.find(A, Z))).containsExactly("person:a KNOWS> person:b KNOWS> person:z");
    }

    @Test
    void shouldWalkALinkWithoutConfidenceLastOfAll() {
        Sketch sketch = new Sketch().says("person:a HEADS person:z", Saying.STATED.confidence(0));

        Path path = sketch.find(A, Z).paths().get(0);

        assertThat(path.strength()).isEqualTo(0.000001);
        assertThat(path.hops().get(0).link().strength()).isEqualTo(0.000001);
    }

    @Test
    void shouldListClaimsByTheDateOfTheirDocument() {
        Sketch sketch = new Sketch()
                .document("late", "2024-05-01")
                .document("early", "2023-11")
                .says("person:a KNOWS person:z", Saying.STATED.in("undated"))
                .says("person:a KNOWS person:z", Saying.STATED.in("late"))
                .says("person:a KNOWS person:z", Saying.STATED.in("early"));

        Hop hop = sketch.find(A, Z).paths().get(0).hops().get(0);

        assertThat(hop.claims())
                .extracting(claim -> claim.source().document())
                .containsExactly("early", "late", "undated");
    }

    @Test
    void shouldNotBreakAHopThatAParallelLinkHolds() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.STATED.in("one"))
                .says("person:a KNOWS person:z", Saying.STATED.in("two"));

        Path path = sketch.find(A, Z).paths().get(0);

        assertThat(path.breaks()).isEmpty();
        assertThat(path.documents()).containsExactly("one", "two");
        assertThat(path.origins()).containsExactly("one", "two");
    }

    @Test
    void shouldGiveDenialsFromElsewhereThatTargetTheEnds() {
        Sketch sketch = new Sketch()
                .says("person:a HEADS person:z", Saying.asserts(Modality.ALLEGED))
                .says(
                        "person:speaker KNOWS person:a",
                        Saying.DENIED.by("person:speaker").targeting("person:a HEADS person:z"));

        PathAnswer answer = sketch.find(A, Z);

        assertThat(answer.findings())
                .extracting(claim -> claim.source().assertedBy())
                .containsExactly("person:speaker");
        assertThat(answer.entities()).containsKey("person:speaker");
    }

    @Test
    void shouldCountOneOriginOfFindingsThatOneDocumentRelays() {
        Sketch sketch = new Sketch()
                .document("report", "2023-11-13")
                .document("article", "2023-11-14", "report")
                .says("person:a HEADS person:z", Saying.NOT_ESTABLISHED.in("report"))
                .says("person:a HEADS person:z", Saying.NOT_ESTABLISHED.in("article"));

        PathAnswer answer = sketch.find(A, Z);

        assertThat(answer.findings()).hasSize(2);
        assertThat(answer.findingOrigins()).containsExactly("report");
        assertThat(answer.documents()).containsOnlyKeys("article", "report");
    }

    @Test
    void shouldRefuseAPathFromAnEntityToItself() {
        Sketch sketch = new Sketch().says("person:a KNOWS person:z");

        assertThatIllegalArgumentException().isThrownBy(() -> sketch.find(A, A)).withMessageContaining(A);
    }

    @Test
    void shouldAskTheStoreOnceForAWholeFrontier() {
        Sketch sketch = new Sketch();
        for (int i = 0; i < 40; i++) {
            sketch.chain("person:a KNOWS person:b" + i + " KNOWS person:c" + i + " KNOWS person:d" + i);
            sketch.chain("person:z KNOWS person:y" + i + " KNOWS person:x" + i + " KNOWS person:w" + i);
        }
        sketch.says("person:d17 KNOWS person:w23");
        MemoryView view = sketch.view();

        Search search = new PathFinder(Clock.systemUTC())
                .search(view, Sketch.ONTOLOGY, view.vertex(A), view.vertex(Z), Rules.DEFAULT);

        assertThat(search.answer().paths()).hasSize(1);
        assertThat(search.effort().entities()).isGreaterThan(100);
        assertThat(search.effort().calls()).isEqualTo(view.calls());
        assertThat(view.linkCalls()).isLessThan(15);
    }

    @Test
    void shouldSayWhatItSearchedAndWhatEachRuleKeptOut() {
        Sketch sketch = new Sketch()
                .chain("person:a KNOWS person:b KNOWS person:z")
                .says("person:a LIVES_IN country:fr", "person:b LIVES_IN country:fr", "person:a KNOWS country:de")
                .says("person:a KNOWS person:c", Saying.STATED)
                .says("person:a KNOWS person:c", Saying.NOT_ESTABLISHED);

        Search search = sketch.search(A, Z, Rules.DEFAULT.withK(9));

        assertThat(search.complete()).isTrue();
        assertThat(search.effort().leftOut()).containsEntry("status", 1).containsEntry("context", 2);
        // Six, of which those of B with A and Z were read from both ends.
        assertThat(search.effort().links()).isEqualTo(8);
        assertThat(search.effort().time()).isPositive();
    }

    private static List<String> walked(Sketch sketch, Rules rules) {
        return sketch.find(A, Z, rules).paths().stream()
                .flatMap(path -> path.hops().stream())
                .flatMap(hop -> Stream.concat(Stream.of(hop.link()), hop.parallel().stream()))
                .map(Link::relation)
                .toList();
    }
}
