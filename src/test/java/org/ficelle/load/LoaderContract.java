package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loading must do, whatever the store. */
abstract class LoaderContract {

    private final TestStore graph;

    LoaderContract(TestStore graph) {
        this.graph = graph;
    }

    private static final String HEADS = "person:a HEADS company:b";

    private static Sample sample() {
        return new Sample()
                .claim(HEADS)
                .claim("company:b PROMOTES domain:c")
                .dossier("two")
                .claim("domain:c HOSTED_ON server:d")
                .denied("person:a HEADS company:b", "person:a");
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        LoadPlan first = graph.load(sample());
        String after = graph.dump();

        LoadPlan second = graph.load(sample().shuffled(7));

        assertThat(first.total().created()).isEqualTo(first.total().read());
        assertThat(second.isEmpty()).isTrue();
        assertThat(second.total()).isEqualTo(new LoadCounts(0, 0, first.total().read(), 0));
        assertThat(graph.dump()).isEqualTo(after);
    }

    @Test
    void shouldPlanWithoutTouchingTheStore() {
        graph.load(sample());
        String before = graph.dump();

        LoadPlan plan = Loader.plan(
                graph.store(), new Sample().claim("person:x HEADS company:y").image());

        assertThat(plan.isEmpty()).isFalse();
        assertThat(graph.dump()).isEqualTo(before);
    }

    @Test
    void shouldRemoveAClaimAndNothingElse() {
        graph.load(sample().claim("person:extra HEADS company:extra"));

        LoadPlan plan = graph.load(sample().entity("person:extra", "extra")
                .entity("company:extra", "extra")
                .claim(HEADS));

        String expected = graph.dump();
        assertThat(plan.counts().get(Sort.CLAIMS).removed()).isEqualTo(1);
        assertThat(plan.counts().get(Sort.LINKS).removed()).isEqualTo(1);
        assertThat(plan.total().created()).isZero();
        assertThat(expected).contains("person:extra", HEADS).doesNotContain("person:extra HEADS company:extra");
    }

    @Test
    void shouldUndoWithAClaimWhatItDid() {
        String denial = Sample.claimId(HEADS, Stance.DENIES, "person:a", "reply");
        graph.load(sample().without(denial));
        String before = graph.dump();
        graph.load(sample());
        assertThat(link()).containsEntry("status", "contested");

        graph.load(sample().without(denial));

        assertThat(graph.dump()).isEqualTo(before);
        assertThat(link()).containsEntry("status", "established").containsEntry("against", List.of());
    }

    private SortedMap<String, Object> link() {
        try (View view = graph.view()) {
            return view.elements().stream()
                    .filter(element -> element.key().equals(new ElementKey("HEADS", HEADS)))
                    .findFirst()
                    .orElseThrow()
                    .properties();
        }
    }

    @Test
    void shouldMergeAndComeApartAgain() {
        graph.load(sample());
        String apart = graph.dump();

        graph.load(sample().same("domain:c", "company:b"));
        try (View view = graph.view()) {
            assertThat(view.vertices(List.of("company:b")).get("company:b").id())
                    .isEqualTo("domain:c");
            assertThat(view.links(List.of("domain:c")).get("domain:c")).hasSize(3);
        }
        graph.load(sample());

        assertThat(graph.dump()).isEqualTo(apart);
    }

    @Test
    void shouldComeToTheLastStateThroughAnyEdits(@TempDir Path folder) {
        Random random = new Random(4711);
        for (int edit = 0; edit < 40; edit++) {
            graph.load(arbitrary(random));
        }
        Sample last = arbitrary(random);

        graph.load(last);

        try (Store fresh = EmbeddedStore.open(folder.resolve("fresh"))) {
            Loader.load(fresh, last.shuffled(3), Clock.systemUTC());
            assertThat(graph.dump()).isEqualTo(TestStore.dump(fresh));
        }
        try (View view = graph.view()) {
            assertThat(view.elements())
                    .containsExactlyElementsOf(last.image().elements().toList());
            assertThat(TestStore.fingerprints(view).values())
                    .containsExactlyElementsOf(
                            view.elements().stream().map(Element::fingerprint).toList());
        }
    }

    /** A few entities with arbitrary claims, denials, negative findings and merges among them. */
    private static Sample arbitrary(Random random) {
        Sample sample = new Sample();
        List<String> relations = List.of("HEADS", "PROMOTES", "TARGETS", "ATTRIBUTED_TO");
        for (int claim = 0; claim < 12; claim++) {
            sample.dossier("dossier" + random.nextInt(3));
            String proposition = "person:p" + random.nextInt(6) + " "
                    + relations.get(random.nextInt(relations.size()))
                    + " person:p" + random.nextInt(6);
            switch (random.nextInt(5)) {
                case 0 -> sample.denied(proposition, "person:p" + random.nextInt(6));
                case 1 -> sample.notEstablished(proposition);
                case 2 -> sample.alleged(proposition, "person:p" + random.nextInt(6), "article");
                default -> sample.claim(proposition);
            }
        }
        if (random.nextBoolean()) {
            sample.same("person:p1", "person:p2");
        }
        return sample.entity("person:p3", "Name " + random.nextInt(3));
    }

    @Test
    void shouldRecordOnlyLoadsThatChangedSomething() {
        Clock noon = Clock.fixed(Instant.parse("2023-11-13T12:00:00Z"), ZoneOffset.UTC);
        Loader.load(graph.store(), sample().image(), noon);
        Loader.load(graph.store(), sample().image(), Clock.offset(noon, Duration.ofHours(1)));
        LoadCounts second = Loader.load(
                        graph.store(),
                        sample().claim("person:x HEADS company:y").image(),
                        Clock.offset(noon, Duration.ofHours(2)))
                .total();

        assertThat(graph.cypher("MATCH (l:Load) WHERE l.at >= datetime('2023-11-13T12:00:00Z')"
                        + " AND l.at <= datetime('2023-11-13T14:00:00Z')"
                        + " AND l.read = l.created + l.changed + l.unchanged"
                        + " RETURN toString(l.at) + ' ' + l.created + ' ' + l.changed ORDER BY l.at"))
                .hasSize(2)
                .last()
                .isEqualTo("2023-11-13T14:00:00Z " + second.created() + " " + second.changed());
    }
}
