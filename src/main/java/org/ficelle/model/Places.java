package org.ficelle.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places in one file by name, in little memory: there are as many of these as there are elements in all files. Names are
 * looked up one after the other, of which there are few.
 */
final class Places extends AbstractMap<String, Location> {

    private final String file;
    private final String[] names;
    private final int[] linesAndColumns;

    private Places(String file, String[] names, int[] linesAndColumns) {
        this.file = file;
        this.names = names;
        this.linesAndColumns = linesAndColumns;
    }

    /** The same places; all of them are in the file, or they are copied as they are. */
    static Map<String, Location> of(String file, Map<String, Location> places) {
        if (places instanceof Places) {
            return places;
        }
        if (places.isEmpty()) {
            return Map.of();
        }
        String[] names = places.keySet().toArray(String[]::new);
        Arrays.sort(names);
        int[] linesAndColumns = new int[2 * names.length];
        for (int i = 0; i < names.length; i++) {
            Location place = Objects.requireNonNull(places.get(names[i]));
            if (!place.file().equals(file)) {
                return Map.copyOf(places);
            }
            linesAndColumns[2 * i] = place.line();
            linesAndColumns[2 * i + 1] = place.column();
        }
        return new Places(file, names, linesAndColumns);
    }

    @Override
    public @Nullable Location get(Object name) {
        int index = Arrays.asList(names).indexOf(name);
        return index < 0 ? null : place(index);
    }

    @Override
    public boolean containsKey(Object name) {
        return Arrays.asList(names).contains(name);
    }

    private Location place(int index) {
        return new Location(file, linesAndColumns[2 * index], linesAndColumns[2 * index + 1]);
    }

    @Override
    public Set<Entry<String, Location>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Location>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(index -> Map.entry(names[index], place(index)))
                        .iterator();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
