package org.ficelle.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A constant of a closed list that has one fixed spelling in data files, in the graph and in output. */
public interface Labelled {

    /** The spelling in data files, in the graph and in output, such as {@code not-established}. */
    String label();

    /** The constant of {@code type} spelled {@code label}, or empty when there is none. */
    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
        for (E constant : type.getEnumConstants()) {
            if (constant.label().equals(label)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** The constant of {@code type} spelled {@code label}; an {@link IllegalArgumentException} when there is none. */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
        return find(type, label).orElseThrow(() -> new IllegalArgumentException("no " + type + " '" + label + "'"));
    }

    /** Every spelling of {@code type}, in declaration order. */
    static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
    }
}
