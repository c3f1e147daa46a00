package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Modality;
import org.ficelle.model.SourceFile;
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
            assertThat(TestStore.links(view, List.of("domain:c")).get("domain:c"))
                    .hasSize(3);
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
                    .containsExactlyElementsOf(
                            last.image().elements().map(Element::content).toList());
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
        load(sample(), 1);
        load(sample(), 2);
        LoadCounts third = load(sample().claim("person:x HEADS company:y"), 3).total();

        assertThat(graph.cypher("MATCH (l:Load) WHERE l.read = l.created + l.changed + l.unchanged"
                        + " RETURN l.number + ' ' + toString(l.at) + ' ' + l.created + ' ' + l.changed ORDER BY l.at"))
                .containsExactly(
                        "1 2023-11-13T01:00:00Z " + sample().image().size() + " 0",
                        "2 2023-11-13T03:00:00Z " + third.created() + " " + third.changed());
    }

    /** Loads at an hour of one day. */
    private LoadPlan load(Sample sample, int hour) {
        return load(sample, hour, new TreeMap<>());
    }

    private LoadPlan load(Sample sample, int hour, SortedMap<String, SourceFile> files) {
        Instant at = Instant.parse("2023-11-13T00:00:00Z").plus(Duration.ofHours(hour));
        return Loader.load(
                graph.store(),
                sample.image(),
                new Inputs(files, "ontology", "1.0", at.minusMillis(1500)),
                true,
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private List<ElementChange> lastChanges() {
        return history(history -> history.changes(history.loads().get(0)));
    }

    private <T> T history(Function<History, T> question) {
        return graph.store().read(view -> question.apply(new History(view)));
    }

    @Test
    void shouldTellWhatALoadDidFieldByField() {
        Sample before = sample().entity("person:a", "Ada").claim("person:gone HEADS company:b");
        Sample after = sample().entity("person:a", "Ada Lovelace")
                .alleged("domain:c HOSTED_ON server:e", "person:a", "report");
        load(before, 1);
        load(after, 2);

        List<ElementChange> changes = lastChanges();

        assertThat(changes)
                .extracting(change -> change.deed().label() + " " + change.what())
                .contains(
                        "changed Ada Lovelace",
                        "removed person:gone HEADS company:b",
                        "removed gone",
                        "created domain:c HOSTED_ON server:e",
                        "created e")
                .doesNotContain("changed b", "changed c");
        assertThat(changes)
                .filteredOn(change -> change.element().equals(new ElementKey("Entity", "person:a")))
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .containsExactly(new ElementChange.Field("name", "Ada", "Ada Lovelace")));
    }

    @Test
    void shouldTellHowALinkChangedItsStatus() {
        load(new Sample().claim(HEADS), 1);
        load(new Sample().claim(HEADS).denied(HEADS, "person:a"), 2);

        assertThat(lastChanges())
                .filteredOn(change -> change.element().type().equals("HEADS"))
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .containsExactly(new ElementChange.Field("status", "established", "contested")));
    }

    @Test
    void shouldListTheClaimsOfAFirstLoad() {
        load(sample(), 1);

        assertThat(lastChanges()).hasSize(4).allSatisfy(change -> assertThat(change.deed())
                .isEqualTo(ElementChange.Deed.CREATED));
    }

    @Test
    void shouldKeepARemovedClaimWhereNoQueryTakesItForOne() {
        Sample extra = sample().claim("person:x HEADS company:b");
        String id = Sample.claimId("person:x HEADS company:b", Stance.ASSERTS, "person:reporter", "report");
        load(extra, 1);
        load(sample(), 2);
        load(sample().entity("person:a", "Ada"), 3);

        assertThat(graph.cypher("MATCH (c:Claim) RETURN count(c)")).containsExactly("4");
        assertThat(graph.cypher("MATCH (t:Tombstone)-[r]-() RETURN count(r)")).containsExactly("0");
        assertThat(graph.cypher("MATCH (t:Tombstone {id: '" + id + "'}) RETURN t.statement + ' ' + t.firstSeen + ' ' +"
                        + " t.lastSeen + ' ' + t.retiredBy"))
                .containsExactly("person:reporter on person:x HEADS company:b 2023-11-13T01:00Z-1 2023-11-13T01:00Z-1"
                        + " 2023-11-13T02:00Z-2");
        assertThat(graph.dump()).doesNotContain("Tombstone");
    }

    @Test
    void shouldGiveAClaimThatComesBackItsFirstLoad() {
        Sample extra = sample().claim("person:x HEADS company:b");
        load(extra, 1);
        load(sample(), 2);
        load(sample(), 3);

        load(extra, 4);

        assertThat(graph.cypher("MATCH (t:Tombstone) RETURN count(t)")).containsExactly("0");
        History.Biography biography = history(history -> history.about(List.of("person:x")));
        assertThat(biography.claims()).singleElement().satisfies(life -> {
            assertThat(Objects.requireNonNull(life.firstSeen()).number()).isEqualTo(1);
            assertThat(Objects.requireNonNull(life.lastSeen()).number()).isEqualTo(3);
            assertThat(life.retiredBy()).isNull();
        });
        assertThat(biography.changes())
                .filteredOn(change -> change.element().type().equals("Claim"))
                .extracting(change -> change.load() + " " + change.deed().label())
                .containsExactly(
                        "2023-11-13T04:00Z-3 returned", "2023-11-13T02:00Z-2 removed", "2023-11-13T01:00Z-1 created");
    }

    @Test
    void shouldRememberWhenAChangedClaimWasFirstSeen() {
        load(new Sample().claim(HEADS, Stance.ASSERTS, Modality.ALLEGED, "person:r", "report"), 1);
        load(new Sample().claim(HEADS, Stance.ASSERTS, Modality.STATED, "person:r", "report"), 2);

        History.Biography biography = history(history -> history.about(List.of("person:a")));

        assertThat(biography.claims()).singleElement().satisfies(life -> assertThat(
                        Objects.requireNonNull(life.firstSeen()).number())
                .isEqualTo(1));
        assertThat(biography.changes().get(0).fields())
                .containsExactly(new ElementChange.Field("modality", "alleged", "stated"));
        assertThat(graph.cypher("MATCH (c:Claim) RETURN c.modality + ' ' + c.firstSeen"))
                .containsExactly("stated 2023-11-13T01:00Z-1");
    }

    @Test
    void shouldRecordFilesThatSayTheSameInOtherWords() {
        load(sample(), 1, files("one", "a.json", "1", "two", "b.json", "2"));
        String before = graph.dump();

        LoadPlan plan = load(sample(), 2, files("one", "a.json", "3", "two", "c.json", "2"));
        load(sample(), 3, files("one", "a.json", "3", "two", "c.json", "2"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(graph.dump()).isEqualTo(before);
        assertThat(history(History::loads)).hasSize(2).first().satisfies(load -> {
            assertThat(load.files().changed()).containsExactly("a.json 3");
            assertThat(load.files().moved()).containsExactly("b.json -> c.json");
            assertThat(load.milliseconds()).isEqualTo(1500);
        });
    }

    private static SortedMap<String, SourceFile> files(String... words) {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        for (int i = 0; i < words.length; i += 3) {
            files.put(words[i], new SourceFile(words[i + 1], words[i + 2]));
        }
        return files;
    }

    @Test
    void shouldStopBeforeItRemovesTooMuch() {
        Sample many = sample();
        for (int claim = 0; claim < 40; claim++) {
            many.claim("person:p" + claim + " HEADS company:b");
        }
        load(many, 1);
        String before = graph.dump();
        GraphImage few = sample().image();

        assertThatThrownBy(() -> Loader.load(graph.store(), few, Inputs.none(Instant.EPOCH), false, Clock.systemUTC()))
                .isInstanceOf(TooMuchRemoved.class)
                .hasMessage("remove 40 of the graph's 44 claims, more than 20 %");
        assertThat(graph.dump()).isEqualTo(before);
        Loader.load(graph.store(), few, Inputs.none(Instant.EPOCH), true, Clock.systemUTC());

        assertThat(graph.cypher("MATCH (c:Claim) RETURN count(c)")).containsExactly("4");
    }

    /** Each element that a load read, and each that it removed, is in exactly one count of its sort. */
    @Test
    void shouldKeepCountsThatAddUp() {
        Random random = new Random(42);
        Map<Sort, Integer> held = new EnumMap<>(Sort.class);
        for (int edit = 1; edit <= 30; edit++) {
            Sample sample = arbitrary(random);
            int loads = history(History::loads).size();
            load(sample, edit);
            List<LoadRecord> records = history(History::loads);
            if (records.size() == loads) {
                continue;
            }
            LoadRecord record = records.get(0);
            assertThat(record.number()).isEqualTo(loads + 1);
            Map<Sort, Integer> holds = new EnumMap<>(Sort.class);
            sample.image().keys().forEach(key -> holds.merge(Sort.of(key), 1, Integer::sum));
            record.counts().forEach((sort, counts) -> {
                assertThat(counts.read()).isEqualTo(holds.getOrDefault(sort, 0));
                assertThat(counts.read() - counts.created() + counts.removed()).isEqualTo(held.getOrDefault(sort, 0));
            });
            assertThat(record.total().read()).isEqualTo(sample.image().size());
            held.clear();
            held.putAll(holds);
        }
        assertThat(history(History::loads)).hasSizeGreaterThan(20);
    }
}
