package org.ficelle.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.jspecify.annotations.Nullable;

/** The things of one sort that the files declare, by id; several places may declare one. */
final class Declared<T> {

    private final SortedMap<String, List<Located<T>>> byId = new TreeMap<>();

    Declared(List<Located<T>> declarations, Function<T, String> id) {
        for (Located<T> declaration : declarations) {
            byId.computeIfAbsent(id.apply(declaration.value()), key -> new ArrayList<>(1))
                    .add(declaration);
        }
        byId.values().forEach(group -> group.sort(Comparator.comparing(Located::at)));
    }

    SortedMap<String, List<Located<T>>> byId() {
        return byId;
    }

    /** The first place that declares it. */
    Located<T> first(String id) {
        return Objects.requireNonNull(byId.get(id)).get(0);
    }

    void check(Agreement<T> agreement, Consumer<Problem> problems) {
        byId.values().forEach(declarations -> agreement.check(declarations, problems));
    }

    /** For each id, what all its places say together. */
    SortedMap<String, T> merged(BiFunction<String, Merge<T>, T> merge) {
        SortedMap<String, T> merged = new TreeMap<>();
        byId.forEach((id, declarations) -> merged.put(
                id,
                merge.apply(
                        id,
                        new Merge<>(declarations.stream().map(Located::value).toList()))));
        return merged;
    }

    /** Adds for each id the names of the dossiers that declare it. */
    void addDossiers(Map<String, String> nameByFile, SortedMap<String, SortedSet<String>> dossiers) {
        Map<SortedSet<String>, SortedSet<String>> same = new HashMap<>();
        byId.forEach((id, declarations) -> {
            SortedSet<String> names = new TreeSet<>(dossiers.getOrDefault(id, Collections.emptySortedSet()));
            declarations.stream()
                    .map(Located::at)
                    .map(Location::file)
                    .map(file -> nameByFile.getOrDefault(file, file))
                    .forEach(names::add);
            dossiers.put(id, same.computeIfAbsent(names, Collections::unmodifiableSortedSet));
        });
    }

    /** Several declarations of one thing, in the order of their places. */
    record Merge<T>(List<T> declarations) {

        T first() {
            return declarations.get(0);
        }

        /** The value where it is given; all that give it agree. */
        <V> @Nullable V given(Function<T, @Nullable V> field) {
            for (T declaration : declarations) {
                V value = field.apply(declaration);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** The list where it is not empty; all that give it agree. */
        List<String> list(Function<T, List<String>> field) {
            return declarations.stream()
                    .map(field)
                    .filter(list -> !list.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        /** All items of all lists, sorted, each once. */
        List<String> united(Function<T, List<String>> field) {
            return declarations.stream()
                    .map(field)
                    .flatMap(List::stream)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
