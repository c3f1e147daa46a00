package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ficelle.Sample;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    @Test
    void shouldPlanNothingForAGraphThatHoldsTheData() {
        GraphImage image = new Sample().claim("person:a HEADS company:b").image();

        LoadPlan plan = LoadPlan.of(image, fingerprints(image));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.total()).isEqualTo(new LoadCounts(0, 0, image.size(), 0));
    }

    @Test
    void shouldCountEverySortApart() {
        GraphImage image = new Sample()
                .claim("person:a HEADS company:b")
                .alleged("person:a HEADS company:b", "person:reporter", "article")
                .image();

        LoadPlan plan = LoadPlan.of(image, each -> {});

        assertThat(plan.counts())
                .containsEntry(Sort.ENTITIES, new LoadCounts(3, 0, 0, 0))
                .containsEntry(Sort.DOCUMENTS, new LoadCounts(2, 0, 0, 0))
                .containsEntry(Sort.CLAIMS, new LoadCounts(2, 0, 0, 0))
                .containsEntry(Sort.LINKS, new LoadCounts(1, 0, 0, 0))
                .containsEntry(Sort.DOSSIERS, new LoadCounts(1, 0, 0, 0))
                .containsEntry(Sort.ONTOLOGY, new LoadCounts(1, 0, 0, 0));
    }

    @Test
    void shouldCreateTheClaimsOfADocumentOneAfterTheOther() {
        Sample sample = new Sample();
        for (int i = 0; i < 30; i++) {
            sample.alleged("person:p" + i + " HEADS company:b", "person:reporter", i % 3 == 0 ? "article" : "post");
        }
        GraphImage image = sample.image();

        LoadPlan plan = LoadPlan.of(image, each -> {});

        List<String> documents = plan.changes().stream()
                .filter(change -> change.key().type().equals(GraphSchema.CLAIM))
                .map(change ->
                        (String) ((Change.Create) change).element().properties().get("document"))
                .toList();
        assertThat(documents).hasSize(30).isSorted();
        assertThat(plan.changes())
                .extracting(Change::key)
                .doesNotHaveDuplicates()
                .hasSize(image.size());
    }

    /** Each element of the union of data and graph is in exactly one of: created, changed, unchanged, removed. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shouldAccountForEveryElementOnce(
            @ForAll Set<@IntRange(max = 9) Integer> data,
            @ForAll Set<@IntRange(max = 9) Integer> present,
            @ForAll Set<@IntRange(max = 9) Integer> altered) {
        GraphImage image = image(data, Set.of());
        GraphImage graph = image(present, altered);

        LoadPlan plan = LoadPlan.of(image, fingerprints(graph));

        assertThat(plan.total().read()).isEqualTo(image.size());
        assertThat(applied(byKey(graph), plan)).isEqualTo(byKey(image));
        assertThat(plan.changes())
                .hasSize(plan.total().created()
                        + plan.total().changed()
                        + plan.total().removed());
        assertThat(graph.size())
                .isEqualTo(plan.total().changed()
                        + plan.total().unchanged()
                        + plan.total().removed());
    }

    private static GraphImage image(Set<Integer> numbers, Set<Integer> altered) {
        Sample sample = new Sample();
        for (int number : numbers) {
            sample.entity("person:p" + number, altered.contains(number) ? "Altered" : "Person " + number);
        }
        return sample.image();
    }

    private static SortedMap<ElementKey, Element> applied(SortedMap<ElementKey, Element> graph, LoadPlan plan) {
        SortedMap<ElementKey, Element> elements = new TreeMap<>(graph);
        for (Change change : plan.changes()) {
            if (change instanceof Change.Create create) {
                assertThat(elements.put(create.key(), create.element())).isNull();
            } else if (change instanceof Change.Update update) {
                assertThat(elements.put(update.key(), update.element())).isNotNull();
            } else {
                assertThat(elements.remove(change.key())).isNotNull();
            }
        }
        return elements;
    }

    private static Consumer<BiConsumer<ElementKey, String>> fingerprints(GraphImage image) {
        return each -> image.elements().forEach(element -> each.accept(element.key(), element.fingerprint()));
    }

    private static SortedMap<ElementKey, Element> byKey(GraphImage image) {
        SortedMap<ElementKey, Element> elements = new TreeMap<>();
        image.elements().forEach(element -> elements.put(element.key(), element));
        return elements;
    }
}
