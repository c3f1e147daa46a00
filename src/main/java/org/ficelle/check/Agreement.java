package org.ficelle.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ficelle.model.Labelled;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whether the places that declare one thing agree on it.
 *
 * @param what the sort of thing, such as {@code entity}
 * @param named the thing in words, for messages
 * @param apart how to tell two apart that are not one
 * @param facets what must agree
 * @param absentAgrees whether a field that one place leaves out agrees with whatever another writes
 */
record Agreement<T>(String what, Function<T, String> named, String apart, List<Facet<T>> facets, boolean absentAgrees) {

    /** A field as the data file calls it; its value is null or an empty list when it is left out. */
    record Facet<T>(String field, Function<T, @Nullable Object> value) {

        @Nullable
        Object of(Located<T> declaration) {
            boolean flagLeftOut = this.value.apply(declaration.value()) instanceof Boolean
                    && !declaration.fields().containsKey(field);
            Object value = flagLeftOut ? null : this.value.apply(declaration.value());
            return value instanceof List<?> list && list.isEmpty() ? null : value;
        }
    }

    /** Tells of every repetition within a file and of every field on which two files differ. */
    void check(List<Located<T>> declarations, Consumer<Problem> problems) {
        Map<String, Location> byFile = new HashMap<>();
        for (Located<T> declaration : declarations) {
            Location first = byFile.putIfAbsent(declaration.at().file(), declaration.at());
            if (first != null) {
                problems.accept(Problem.error(
                        declaration.at(),
                        "duplicate-" + what,
                        named.apply(declaration.value()) + " stands twice in this file, first in line " + first.line(),
                        "keep one, or " + apart));
            }
        }
        if (byFile.size() > 1) {
            List<Located<T>> onePerFile = declarations.stream()
                    .filter(declaration ->
                            declaration.at().equals(byFile.get(declaration.at().file())))
                    .toList();
            facets.forEach(facet -> compare(facet, onePerFile, problems));
        }
    }

    private void compare(Facet<T> facet, List<Located<T>> declarations, Consumer<Problem> problems) {
        List<Located<T>> speaking = declarations.stream()
                .filter(declaration -> !absentAgrees || facet.of(declaration) != null)
                .toList();
        for (Located<T> declaration : speaking) {
            Located<T> first = speaking.get(0);
            Object here = facet.of(declaration);
            Object there = facet.of(first);
            if (!Objects.equals(here, there)) {
                String values = isShort(here) && isShort(there)
                        ? " is " + shown(here) + " here and " + shown(there) + " in "
                        : " differs from ";
                Location at = first.at(facet.field());
                problems.accept(Problem.error(
                        declaration.at(facet.field()),
                        "contradictory-" + what,
                        "'" + facet.field() + "' of " + named.apply(first.value()) + values + at.file() + ":"
                                + at.line(),
                        "make the two agree, or " + apart));
            }
        }
    }

    private static boolean isShort(@Nullable Object value) {
        return value == null || value instanceof Labelled || value instanceof String text && text.length() <= 80;
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "absent";
        }
        return "'" + (value instanceof Labelled constant ? constant.label() : value) + "'";
    }
}
