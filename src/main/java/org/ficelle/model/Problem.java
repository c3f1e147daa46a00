package org.ficelle.model;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Something wrong in the data, with its place.
 *
 * <p>Both halves of the message are one line, whatever the data holds that they quote: a character that would break the
 * line, drive a terminal or reorder the text is written as JSON would escape it, and words beyond {@value #MAX} characters
 * are left out.
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

    private static final int MAX = 2_000;

    /** Controls, halves of a character, ends of lines and paragraphs, and marks that change the direction of reading. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    public Problem {
        wrong = line(wrong);
        right = line(right);
    }

    private static String line(String words) {
        String shown = words.length() > MAX ? words.substring(0, MAX) + " …" : words;
        return INVISIBLE.matcher(shown).replaceAll(character -> "\\\\u%04x"
                .formatted((int) character.group().charAt(0)));
    }

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
