package org.ficelle.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ficelle.names.Names;

/** What the full-text index is asked for names near a text, in Lucene's query syntax. */
final class NearNames {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Lucene reads most punctuation as operators. */
    private static final Pattern OPERATOR = Pattern.compile("[^\\p{L}\\p{N}]");

    private NearNames() {}

    /**
     * Any word of the text with up to two typing errors, or as a beginning, or all its words written as one. Empty when
     * the text has no word.
     */
    static String query(String text) {
        String folded = Names.fold(text);
        Set<String> terms = new LinkedHashSet<>(words(folded));
        if (terms.size() > 1) {
            terms.add(String.join("", terms));
        }
        for (String chunk : BLANK.split(folded)) {
            String inner = chunk.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            if (!inner.isEmpty()) {
                terms.add(inner);
            }
        }
        List<String> clauses = new ArrayList<>();
        for (String term : terms) {
            clauses.add(clauses(OPERATOR.matcher(term).replaceAll("\\\\$0"), term.length()));
        }
        return String.join(" OR ", clauses);
    }

    /** The words of a folded text without punctuation. */
    static List<String> words(String folded) {
        return Arrays.stream(NO_WORD.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A short word has a near neighbour in every other name, hence fewer errors and no ending. */
    private static String clauses(String term, int length) {
        String field = GraphSchema.FOLDED + ":";
        if (length < 3) {
            return field + term;
        }
        return field + term + (length < 6 ? "~1" : "~2") + " OR " + field + term + "*";
    }
}
