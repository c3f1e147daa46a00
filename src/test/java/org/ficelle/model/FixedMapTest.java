package org.ficelle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedMapTest {

    private static final SortedMap<String, Integer> TREE = new TreeMap<>(Map.of("b", 2, "d", 4, "a", 1, "c", 3));

    private final SortedMap<String, Integer> map = FixedMap.of(TREE);

    @Test
    void shouldBeEqualToWhatItWasMadeOfInTheSameOrder() {
        assertThat(map).isEqualTo(TREE).hasSameHashCodeAs(TREE);
        assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(TREE.keySet()));
        assertThat(new TreeMap<>(map)).isEqualTo(TREE);
    }

    @Test
    void shouldFindWhatIsThereAndNothingElse() {
        assertThat(map.get("c")).isEqualTo(3);
        assertThat(map.get("bb")).isNull();
        assertThat(map.containsKey("d")).isTrue();
        assertThat(map.containsKey("")).isFalse();
        assertThat(map.keySet()).contains("a").doesNotContain("e");
    }

    @Test
    void shouldGiveThePartsThatATreeGives() {
        for (String from : List.of("", "a", "aa", "c", "x")) {
            assertThat(map.headMap(from)).isEqualTo(TREE.headMap(from));
            assertThat(map.tailMap(from)).isEqualTo(TREE.tailMap(from));
        }
        assertThat(map.subMap("aa", "d")).isEqualTo(TREE.subMap("aa", "d"));
        assertThat(map.firstKey()).isEqualTo("a");
        assertThat(map.lastKey()).isEqualTo("d");
    }

    @Test
    void shouldNotChangeWithWhatItWasMadeOf() {
        SortedMap<String, Integer> tree = new TreeMap<>(TREE);
        SortedMap<String, Integer> made = FixedMap.of(tree);
        tree.put("e", 5);

        assertThat(made).isEqualTo(TREE);
        assertThatThrownBy(() -> made.put("e", 5)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> FixedMap.of(new TreeMap<String, Integer>()).firstKey())
                .isInstanceOf(NoSuchElementException.class);
    }

    @Property
    void shouldGroupItemsAsATreeDoes(@ForAll List<@IntRange(max = 20) Integer> items) {
        SortedMap<String, List<Integer>> tree = new TreeMap<>();
        items.forEach(item -> tree.computeIfAbsent("key " + item / 3, key -> new ArrayList<>())
                .add(item));

        FixedMap<List<Integer>> grouped = FixedMap.grouping(items, item -> "key " + item / 3);

        assertThat(grouped).isEqualTo(tree);
        assertThat(grouped.derived(group -> "key " + group.get(0) / 3)).isEqualTo(tree);
        assertThat(grouped.keys()).containsExactlyElementsOf(tree.keySet());
        assertThat(grouped.map((key, group) -> key + group))
                .isEqualTo(new TreeMap<>(tree.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, group -> group.getKey() + group.getValue()))));
    }

    @Property
    void shouldHaveTheEntriesOfBoth(
            @ForAll Set<@IntRange(max = 20) Integer> some, @ForAll Set<@IntRange(max = 20) Integer> others) {
        SortedMap<String, Integer> both = new TreeMap<>();
        some.forEach(item -> both.merge("key " + item, 1, Integer::sum));
        others.forEach(item -> both.merge("key " + item, 10, Integer::sum));

        assertThat(map(some, 1).with(map(others, 10), Integer::sum)).isEqualTo(both);
    }

    private static FixedMap<Integer> map(Set<Integer> items, int value) {
        return FixedMap.grouping(List.copyOf(items), item -> "key " + item).map((key, group) -> value);
    }
}
