package org.ficelle.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ficelle.model.FixedMap;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.jspecify.annotations.Nullable;

/** The things of one sort that the files declare, by id; several places may declare one. */
final class Declared<T> {

    private final FixedMap<List<Located<T>>> byId;

    Declared(List<Located<T>> declarations, Function<T, String> id) {
        byId = FixedMap.grouping(
                declarations.stream().sorted(Comparator.comparing(Located::at)).toList(),
                declaration -> id.apply(declaration.value()));
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
        return byId.map((id, declarations) -> merge.apply(
                id, new Merge<>(declarations.stream().map(Located::value).toList())));
    }

    /** For each id the names of the dossiers that declare it. */
    FixedMap<SortedSet<String>> dossiers(Map<String, String> nameByFile) {
        Map<SortedSet<String>, SortedSet<String>> same = new HashMap<>();
        return byId.map((id, declarations) -> {
            SortedSet<String> names = new TreeSet<>();
            declarations.stream()
                    .map(Located::at)
                    .map(Location::file)
                    .map(file -> nameByFile.getOrDefault(file, file))
                    .forEach(names::add);
            return same.computeIfAbsent(names, Collections::unmodifiableSortedSet);
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
