package org.ficelle.model;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sorted map that cannot change, in little memory: there are maps with as many entries as there is data. */
public final class FixedMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {

    private final List<String> keys;
    private final Object[] values;

    private FixedMap(List<String> keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** Keys that are worked out when they are asked for. */
    private static final class Derived<V> extends AbstractList<String> implements RandomAccess {

        private final Object[] values;
        private final Function<V, String> key;

        Derived(Object[] values, Function<V, String> key) {
            this.values = values;
            this.key = key;
        }

        @Override
        @SuppressWarnings("unchecked")
        public String get(int index) {
            return key.apply((V) values[index]);
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /** The same entries, in the order of {@link String}s. */
    public static <V> SortedMap<String, V> of(SortedMap<String, V> map) {
        return map instanceof FixedMap<V> fixed
                ? fixed
                : new FixedMap<>(
                        Arrays.asList(map.keySet().toArray(String[]::new)),
                        map.values().toArray());
    }

    /**
     * The items of each key, in the order in which they come.
     *
     * @param key of an item
     */
    public static <T> FixedMap<List<T>> grouping(List<T> items, Function<T, String> key) {
        List<Keyed<T>> keyed = new ArrayList<>(items.size());
        items.forEach(item -> keyed.add(new Keyed<>(key.apply(item), item)));
        keyed.sort(Comparator.comparing(Keyed::key));
        List<String> keys = new ArrayList<>(keyed.size());
        List<List<T>> groups = new ArrayList<>(keyed.size());
        for (int from = 0, to; from < keyed.size(); from = to) {
            String one = keyed.get(from).key();
            to = from + 1;
            while (to < keyed.size() && keyed.get(to).key().equals(one)) {
                to++;
            }
            keys.add(one);
            groups.add(
                    to == from + 1
                            ? List.of(keyed.get(from).item())
                            : keyed.subList(from, to).stream().map(Keyed::item).toList());
        }
        return new FixedMap<>(Arrays.asList(keys.toArray(String[]::new)), groups.toArray());
    }

    private record Keyed<T>(String key, T item) {}

    /**
     * The same entries with keys that are not kept.
     *
     * @param key works the key of an entry out of its value
     */
    public FixedMap<V> derived(Function<V, String> key) {
        return new FixedMap<>(new Derived<>(values, key), values);
    }

    /** For each key another value. */
    public <W> FixedMap<W> map(BiFunction<String, V, W> change) {
        Object[] changed = new Object[values.length];
        for (int index = 0; index < changed.length; index++) {
            changed[index] = change.apply(keys.get(index), value(index));
        }
        return new FixedMap<>(keys, changed);
    }

    /**
     * The entries of both.
     *
     * @param joined the value of a key that both have
     */
    public FixedMap<V> with(FixedMap<V> other, BinaryOperator<V> joined) {
        List<String> all = new ArrayList<>(size() + other.size());
        List<V> both = new ArrayList<>(size() + other.size());
        int own = 0;
        int next = 0;
        while (own < size() || next < other.size()) {
            int order = own == size()
                    ? 1
                    : next == other.size() ? -1 : keys.get(own).compareTo(other.keys.get(next));
            all.add(order <= 0 ? keys.get(own) : other.keys.get(next));
            both.add(
                    order < 0
                            ? value(own)
                            : order > 0 ? other.value(next) : joined.apply(value(own), other.value(next)));
            own += order <= 0 ? 1 : 0;
            next += order >= 0 ? 1 : 0;
        }
        return new FixedMap<>(Arrays.asList(all.toArray(String[]::new)), both.toArray());
    }

    /** The keys in order, each by its number from 0. */
    public List<String> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** The value of the key of this number. */
    public V at(int number) {
        return value(number);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int index = indexOf(key);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> each) {
        for (int index = 0; index < values.length; index++) {
            each.accept(keys.get(index), value(index));
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return IntStream.range(0, values.length)
                        .mapToObj(index -> Map.entry(keys.get(index), value(index)))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, V> subMap(String from, String to) {
        return part(place(from), place(to));
    }

    @Override
    public SortedMap<String, V> headMap(String to) {
        return part(0, place(to));
    }

    @Override
    public SortedMap<String, V> tailMap(String from) {
        return part(place(from), values.length);
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(values.length - 1);
    }

    private String key(int index) {
        if (values.length == 0) {
            throw new NoSuchElementException("the map is empty");
        }
        return keys.get(index);
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    private int indexOf(@Nullable Object key) {
        return key instanceof String text ? Collections.binarySearch(keys, text) : -1;
    }

    /** The number of the first key that is not before this one. */
    private int place(String key) {
        int index = indexOf(key);
        return index < 0 ? -index - 1 : index;
    }

    private SortedMap<String, V> part(int from, int to) {
        return from >= to
                ? Collections.emptySortedMap()
                : new FixedMap<>(List.copyOf(keys.subList(from, to)), Arrays.copyOfRange(values, from, to));
    }
}
