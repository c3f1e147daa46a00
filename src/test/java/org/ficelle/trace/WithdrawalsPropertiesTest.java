package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ficelle.check.Lineage;
import org.ficelle.model.Corpus;
import org.ficelle.model.Footing;
import org.ficelle.model.Footing.Route;
import org.ficelle.model.Footing.Support;
import org.ficelle.model.Footing.Withdrawal;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.Path;
import org.ficelle.trace.PathFinderPropertiesTest.Case;
import org.jspecify.annotations.Nullable;

/** What a tie hangs on, against taking things out of the graph one by one and walking all paths anew. */
class WithdrawalsPropertiesTest {

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void shouldNameExactlyWhatLeavesNoPathAndTheNextBestPathOtherwise(@ForAll Random random) {
        Case drawn = PathFinderPropertiesTest.draw(random, random.nextBoolean());
        MemoryView view = new MemoryView(drawn.corpus());
        Search search = new PathFinder(Clock.systemUTC())
                .examine(view, Sketch.ONTOLOGY, view.vertex(drawn.from()), view.vertex(drawn.to()), drawn.rules());
        Footing footing = search.answer().footing();

        assertThat(Sketch.chains(search.answer()))
                .isEqualTo(Sketch.chains(drawn.search().answer()));
        if (search.answer().paths().isEmpty()) {
            assertThat(footing).isNull();
            return;
        }
        assertThat(footing).isNotNull();
        assertThat(footing.unexamined()).isZero();
        Map<String, @Nullable Route> given = new TreeMap<>();
        footing.withdrawals().forEach(each -> given.put(each.id(), each.next()));
        assertThat(given).as("nothing twice").hasSameSizeAs(footing.withdrawals());
        Path best = search.answer().paths().get(0);
        Set<String> behind = behind(drawn.corpus(), best);
        Route present = best(drawn, drawn.rules());
        for (String id : everything(drawn)) {
            Route left = best(drawn, without(drawn, id));
            if (given.containsKey(id)) {
                assertThat(given.get(id)).as(() -> id + "\n" + drawn).isEqualTo(left);
            } else if (behind.contains(id)) {
                assertThat(left).as(() -> id + "\n" + drawn).isEqualTo(present);
            } else {
                assertThat(left).as(() -> id + "\n" + drawn).isNotNull();
                assertThat(left.strength()).isGreaterThanOrEqualTo(present.strength());
            }
        }
        assertThat(everything(drawn)).containsAll(given.keySet());
        assertThat(footing.withdrawals())
                .allSatisfy(each -> assertThat(each.support()).isEqualTo(support(each, best)));
    }

    private static Support support(Withdrawal withdrawal, Path best) {
        if (withdrawal.id().startsWith("claim:")) {
            return Support.CLAIM;
        }
        if (withdrawal.id().contains(":")) {
            return Support.ENTITY;
        }
        return best.origins().contains(withdrawal.id()) ? Support.ORIGIN : Support.DOCUMENT;
    }

    /** Every document and claim, and every entity but the two ends. */
    private static Set<String> everything(Case drawn) {
        Set<String> all = new TreeSet<>(drawn.corpus().documents().keySet());
        all.addAll(drawn.corpus().claims().keySet());
        drawn.corpus().entities().keySet().forEach(id -> all.add(drawn.corpus().canonical(id)));
        all.removeAll(Set.of(drawn.from(), drawn.to()));
        return all;
    }

    private static Rules without(Case drawn, String id) {
        Rules rules = drawn.rules();
        boolean entity = drawn.corpus().entities().containsKey(id);
        Set<String> more = new HashSet<>(
                entity ? rules.passage().avoid() : rules.evidence().without());
        more.add(id);
        return entity ? rules.withAvoid(more) : rules.withWithout(more);
    }

    private static @Nullable Route best(Case drawn, Rules rules) {
        return new BruteForce(drawn.corpus(), rules)
                .paths(drawn.from(), drawn.to()).stream()
                        .findFirst()
                        .map(found -> new Route(strength(found.strength()), found.entities()))
                        .orElse(null);
    }

    private static double strength(BigDecimal product) {
        return product.doubleValue();
    }

    private static Set<String> behind(Corpus corpus, Path best) {
        Lineage lineage = new Lineage(corpus.documents(), corpus::canonical);
        List<String> claims = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        for (Hop hop : best.hops()) {
            behind.add(hop.from());
            Stream.concat(Stream.of(hop.link()), hop.parallel().stream())
                    .map(Link::backing)
                    .forEach(backing -> {
                        claims.addAll(backing.claims());
                        claims.addAll(backing.against());
                    });
        }
        behind.addAll(claims);
        for (String claim : claims) {
            String document = corpus.claims().get(claim).source().document();
            behind.add(document);
            behind.addAll(lineage.ancestors(document));
        }
        return behind;
    }
}
