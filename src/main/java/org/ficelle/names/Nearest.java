package org.ficelle.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that an unknown one was most likely meant to be. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate with the fewest letters to change, whatever the case; the first in alphabetical order of several. Empty
     * when more than two letters and a quarter of the word would have to change, or every letter of a short one.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        int limit = word.length() < 4 ? Math.min(1, Math.max(0, word.length() - 1)) : Math.max(2, word.length() / 4);
        String wanted = word.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        record Near(String candidate, int changes) {}
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .map(candidate -> new Near(candidate, distance.apply(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.changes() >= 0)
                .min(Comparator.comparingInt(Near::changes).thenComparing(Near::candidate))
                .map(Near::candidate);
    }
}
