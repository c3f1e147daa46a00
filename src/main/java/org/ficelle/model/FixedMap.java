package org.ficelle.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sorted map that cannot change, in little memory: there are maps with as many entries as there is data. */
public final class FixedMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {

    private final String[] keys;
    private final Object[] values;

    private FixedMap(String[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The same entries, in the order of {@link String}s. */
    public static <V> SortedMap<String, V> of(SortedMap<String, V> map) {
        if (map instanceof FixedMap<V> fixed) {
            return fixed;
        }
        return new FixedMap<>(map.keySet().toArray(String[]::new), map.values().toArray());
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
        for (int index = 0; index < keys.length; index++) {
            each.accept(keys[index], value(index));
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return IntStream.range(0, keys.length)
                        .mapToObj(index -> Map.entry(keys[index], value(index)))
                        .iterator();
            }

            @Override
            public int size() {
                return keys.length;
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
        return part(place(from), keys.length);
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(keys.length - 1);
    }

    private String key(int index) {
        if (keys.length == 0) {
            throw new NoSuchElementException("the map is empty");
        }
        return keys[index];
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    private int indexOf(@Nullable Object key) {
        return key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
    }

    /** The number of the first key that is not before this one. */
    private int place(String key) {
        int index = indexOf(key);
        return index < 0 ? -index - 1 : index;
    }

    private SortedMap<String, V> part(int from, int to) {
        return from >= to
                ? Collections.emptySortedMap()
                : new FixedMap<>(Arrays.copyOfRange(keys, from, to), Arrays.copyOfRange(values, from, to));
    }
}
