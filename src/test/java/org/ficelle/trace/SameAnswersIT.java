package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ficelle.trace.PathFinderPropertiesTest.DATES;
import static org.ficelle.trace.PathFinderPropertiesTest.DOCUMENTS;
import static org.ficelle.trace.PathFinderPropertiesTest.ENTITIES;
import static org.ficelle.trace.PathFinderPropertiesTest.one;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ficelle.RemoteTestStore;
import org.ficelle.TestStore;
import org.ficelle.graph.View;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Vertex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A random graph in the embedded store and in the remote one: both give the same answers. */
class SameAnswersIT {

    private static final int QUERIES = Integer.getInteger("ficelle.queries", 500);
    private static final int ENTITY_COUNT = 60;
    private static final int CLAIM_COUNT = 240;

    @RegisterExtension
    static final TestStore embedded = new TestStore();

    @RegisterExtension
    static final RemoteTestStore remote = new RemoteTestStore();

    private final Random random = new Random(1789);
    private final List<String> entities = new ArrayList<>(ENTITIES);
    private final List<Claim> said = new ArrayList<>();

    private Corpus draw() {
        List<String> prefixes = List.of("person:p", "company:k", "domain:d", "server:s", "account:a", "country:c");
        IntStream.range(0, ENTITY_COUNT).forEach(i -> entities.add(one(random, prefixes) + i));
        Sketch sketch = new Sketch();
        entities.forEach(sketch::entity);
        sketch.merge(entities.get(12), entities.get(20), entities.get(30)).merge(entities.get(3), entities.get(40));
        for (String document : DOCUMENTS) {
            sketch.document(
                    document, random.nextBoolean() ? null : one(random, DATES), one(random, DOCUMENTS), "original");
        }
        List<String> relations = List.copyOf(Sketch.ONTOLOGY.relations().keySet());
        for (int i = 0; i < CLAIM_COUNT; i++) {
            Claim earlier = said.isEmpty() ? null : one(random, said);
            String proposition = earlier != null && random.nextInt(5) == 0
                    ? earlier.proposition().id()
                    : one(random, entities) + " " + one(random, relations) + " " + one(random, entities);
            String id = sketch.claim(proposition, PathFinderPropertiesTest.saying(random, earlier));
            said.add(sketch.corpus().claims().get(id));
        }
        return sketch.corpus();
    }

    @Test
    void shouldAnswerTheSameEmbeddedAndOverBolt() {
        Corpus corpus = draw();
        GraphImage image = GraphImage.of(corpus, List.of(), "{}");
        embedded.load(image);
        remote.load(image);

        assertThat(remote.dump()).isEqualTo(embedded.dump());
        try (View here = embedded.view();
                View there = remote.view()) {
            MemoryView memory = new MemoryView(corpus);
            int found = 0;
            for (int query = 0; query < QUERIES; query++) {
                Vertex from = memory.vertex(one(random, entities));
                Vertex to = memory.vertex(one(random, entities));
                if (from.equals(to)) {
                    continue;
                }
                Rules rules = PathFinderPropertiesTest.rules(random, said, 10);
                Search expected = search(here, from, to, rules);
                Search actual = search(there, from, to, rules);
                assertThat(actual.answer()).isEqualTo(expected.answer());
                assertThat(Sketch.chains(actual.answer()))
                        .isEqualTo(Sketch.chains(search(memory, from, to, rules).answer()));
                assertThat(actual.effort().leftOut())
                        .isEqualTo(expected.effort().leftOut());
                found += actual.answer().paths().isEmpty() ? 0 : 1;
                if (query % 50 == 0) {
                    same(here, there);
                }
            }
            assertThat(found).isBetween(QUERIES / 10, QUERIES * 9 / 10);
        }
    }

    private static Search search(View view, Vertex from, Vertex to, Rules rules) {
        return new PathFinder(Clock.systemUTC()).search(view, Sketch.ONTOLOGY, from, to, rules);
    }

    /** Every method of a view, with random arguments. */
    private void same(View here, View there) {
        List<String> some = random.ints(random.nextInt(6), 0, entities.size() + 2)
                .mapToObj(i -> i < entities.size() ? entities.get(i) : "person:unknown" + i)
                .distinct()
                .toList();
        List<String> claims = random.ints(random.nextInt(6), 0, said.size())
                .mapToObj(i -> said.get(i).id())
                .distinct()
                .toList();
        String one = one(random, entities);
        String other = one(random, entities);
        String text = random.nextBoolean() ? one : one.substring(1 + random.nextInt(one.length() - 1));
        List<Function<View, Object>> questions = List.of(
                View::ontology,
                view -> view.vertices(some),
                view -> TestStore.links(view, some),
                view -> view.claims(claims),
                view -> view.claimsAbout(one),
                view -> view.claimsBetween(one, other),
                view -> view.claimsBetween(one, one),
                view -> view.denialsOf(claims),
                view -> view.documents(List.of(one(new Random(text.hashCode()), DOCUMENTS), "unknown")),
                view -> view.named(text),
                view -> view.search(text, 3),
                TestStore::fingerprints);
        questions.forEach(question -> assertThat(question.apply(there)).isEqualTo(question.apply(here)));
    }
}
