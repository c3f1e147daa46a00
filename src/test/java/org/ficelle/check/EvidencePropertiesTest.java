package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Stance;

/** What holds of lineage, standing and oppositions whatever documents and claims there are. */
class EvidencePropertiesTest {

    private static <T> List<T> shuffled(Collection<T> items, Random random) {
        List<T> list = new ArrayList<>(items);
        Collections.shuffle(list, random);
        return list;
    }

    @Property
    void shouldNotDependOnTheOrderOfClaims(@ForAll Random random) {
        World world = new World(random);
        Corpus corpus = world.corpus();
        Oppositions oppositions = new Oppositions(corpus);

        oppositions.byProposition().forEach((id, claims) -> {
            Standing asRead = Standing.of(claims, oppositions.denials(id), new Lineage(world.documents));

            Standing reordered = Standing.of(
                    shuffled(claims, random), shuffled(oppositions.denials(id), random), new Lineage(world.documents));

            assertThat(reordered).isEqualTo(asRead);
        });
    }

    @Property
    void shouldNeverCountMoreOriginsForADocumentThatDerivesFromACountedOne(@ForAll Random random) {
        World world = new World(random);
        SortedMap<String, Link> before = world.links();
        before.values().forEach(link -> {
            World more = world;
            List<String> sources =
                    new ArrayList<>(List.of(more.any(link.backing().documents())));
            more.documents.keySet().stream()
                    .filter(id -> random.nextInt(3) == 0)
                    .forEach(sources::add);
            more.put(more.document("later", sources));
            Claim repeated = more.claim(link.proposition(), Stance.ASSERTS, Modality.STATED, "later");
            more.put(repeated);

            Link after = more.links().get(link.id());

            assertThat(after.backing().origins())
                    .hasSizeLessThanOrEqualTo(link.backing().origins().size());
            assertThat(after.backing().origins()).isSubsetOf(link.backing().origins());
            more.claims.remove(repeated.id());
            more.documents.remove("later");
        });
    }

    @Property
    void shouldHaveAnOriginForEveryLinkAmongTheSourcesOfItsDocuments(@ForAll Random random) {
        World world = new World(random);
        Lineage lineage = new Lineage(world.documents);

        assertThat(world.links().values()).allSatisfy(link -> {
            assertThat(link.backing().origins()).isNotEmpty().allSatisfy(origin -> assertThat(
                            link.backing().documents())
                    .anyMatch(document -> document.equals(origin)
                            || lineage.ancestors(document).contains(origin)));
        });
    }

    @Property
    void shouldNeverStrengthenAnythingByADenial(@ForAll Random random) {
        World world = new World(random);
        SortedMap<String, Link> before = world.links();
        world.put(world.claim(Stance.DENIES, Modality.STATED));

        SortedMap<String, Link> after = world.links();

        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, link) -> {
            Link denied = after.get(id);
            assertThat(denied.strength()).isLessThanOrEqualTo(link.strength());
            assertThat(denied.backing().claims()).isEqualTo(link.backing().claims());
            assertThat(denied.backing().origins()).isEqualTo(link.backing().origins());
            assertThat(denied.status()).isIn(link.status(), LinkStatus.CONTESTED);
        });
    }

    @Property
    void shouldDrawNothingFromWhatIsNoAssertion(@ForAll Random random) {
        World world = new World(random);
        SortedMap<String, Link> before = world.links();
        Stance stance = world.any(List.of(Stance.NO_COMMENT, Stance.FORECASTS, Stance.CHARACTERISES, Stance.ASSERTS));
        world.put(world.claim(stance, Modality.HYPOTHETICAL));

        assertThat(world.links()).isEqualTo(before);
    }

    @Property
    void shouldUndoByRemovingAClaimExactlyWhatAddingItDid(@ForAll Random random) {
        World world = new World(random);
        SortedMap<String, Link> before = world.links();
        Claim added = world.claim(world.any(List.of(Stance.values())), world.any(List.of(Modality.values())));
        if (world.claims.containsKey(added.id())) {
            return;
        }
        world.put(added);
        SortedMap<String, Link> with = world.links();
        world.claims.remove(added.id());

        assertThat(world.links()).isEqualTo(before);
        with.forEach((id, link) -> {
            boolean touched = link.backing().claims().contains(added.id())
                    || link.backing().against().contains(added.id());
            if (!touched) {
                assertThat(before.get(id)).isEqualTo(link);
            }
        });
        assertThat(with.keySet()).containsAll(before.keySet());
    }

    @Property
    void shouldLetAGeneralDenialOpposeOnlyAllegationsAgainstItsSubject(@ForAll Random random) {
        Corpus corpus = new World(random).corpus();

        new Oppositions(corpus).denied().forEach((id, opposed) -> {
            Claim denial = corpus.claims().get(id);
            assertThat(denial.stance()).isEqualTo(Stance.DENIES);
            if (denial.scope().denial().general()) {
                assertThat(opposed).allSatisfy(claim -> {
                    assertThat(corpus.claims().get(claim).modality()).isEqualTo(Modality.ALLEGED);
                    assertThat(corpus.canonical(corpus.claims().get(claim).subject()))
                            .isEqualTo(corpus.canonical(denial.subject()));
                });
            }
        });
    }
}
