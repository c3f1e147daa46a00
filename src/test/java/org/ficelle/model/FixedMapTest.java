package org.ficelle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
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
}
