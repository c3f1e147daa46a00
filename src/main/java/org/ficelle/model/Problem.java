package org.ficelle.model;

import java.util.Comparator;

/**
 * Something wrong in the data, with its place.
 *
 * @param rule the rule's short name, such as {@code unknown-entity}
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Problem(Location at, Severity severity, String rule, String wrong, String right)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::rule)
            .thenComparing(Problem::wrong)
            .thenComparing(Problem::right);

    public static Problem error(Location at, String rule, String wrong, String right) {
        return new Problem(at, Severity.ERROR, rule, wrong, right);
    }

    public static Problem warning(Location at, String rule, String wrong, String right) {
        return new Problem(at, Severity.WARNING, rule, wrong, right);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: what is wrong; what would be right}. */
    @Override
    public String toString() {
        return at + ": " + wrong + "; " + right;
    }
}
