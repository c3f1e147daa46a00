package org.ficelle.names;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Names in one form for comparison, and how near two names are.
 *
 * <p>Pure functions. Names in plain ASCII, which most are, never load the tables for other scripts.
 */
public final class Names {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("[`´‘’‚‛‹›′ʻʼ]");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[“”„‟«»″]");

    /** What two different names never exceed, so that 1 means equal. */
    private static final double NOT_EQUAL = 0.99;

    /** How near each word of the shorter name must come to a word of the longer one to count as part of it. */
    private static final double SAME_WORD = 0.85;

    private Names() {}

    /**
     * The name without case, accents and script: lower case Latin letters wherever a transliteration is known, plain
     * quotation marks, single spaces, nothing invisible. A leading {@code @} or {@code #} stays.
     *
     * <p>Russian and Greek are spelled as English-language reports spell them (Рзаев is {@code rzayev}), other scripts as
     * ICU does; an Azerbaijani ə is {@code a}, as in Əliyev, Aliyev.
     */
    public static String fold(String name) {
        String folded = isAscii(name) ? name : Tables.latin(name);
        folded = SINGLE_QUOTE.matcher(folded).replaceAll("'").toLowerCase(Locale.ROOT);
        return SPACE.matcher(folded).replaceAll(" ").strip();
    }

    /**
     * How near two names are, from 0 to 1, whichever comes first; 1 exactly when they fold to the same. The order of words
     * counts little, a name that is part of the other is near it, and punctuation does not count.
     */
    public static double similarity(String one, String other) {
        String a = fold(one);
        String b = fold(other);
        if (a.equals(b)) {
            return 1;
        }
        List<String> wordsA = words(a);
        List<String> wordsB = words(b);
        if (wordsA.isEmpty() || wordsB.isEmpty()) {
            return 0;
        }
        double asWritten = letters(String.join(" ", wordsA), String.join(" ", wordsB));
        double reordered = letters(sorted(wordsA), sorted(wordsB));
        double part = wordsA.size() < wordsB.size() ? part(wordsA, wordsB) : part(wordsB, wordsA);
        return Math.min(NOT_EQUAL, Math.max(part, Math.max(asWritten, reordered)));
    }

    /** The letter-wise similarity, made symmetric: Jaro's greedy matching depends on which string leads. */
    private static double letters(String a, String b) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return a.compareTo(b) <= 0 ? similarity.apply(a, b) : similarity.apply(b, a);
    }

    /** High when every word of the shorter name stands in the longer one, and higher the more of it they make up. */
    private static double part(List<String> shorter, List<String> longer) {
        if (shorter.size() == longer.size()) {
            return 0;
        }
        double sum = 0;
        for (String word : shorter) {
            double best = longer.stream()
                    .mapToDouble(candidate -> letters(word, candidate))
                    .max()
                    .orElse(0);
            if (best < SAME_WORD) {
                return 0;
            }
            sum += best;
        }
        return sum / shorter.size() * (0.9 + 0.09 * shorter.size() / longer.size());
    }

    private static String sorted(List<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    private static List<String> words(String folded) {
        return Arrays.stream(NO_WORD.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    /** The tables of ICU, loaded at the first name that needs them. */
    private static final class Tables {

        private static final Transliterator TO_ASCII =
                Transliterator.getInstance("NFD; [\\u02B0-\\u02FF[:Mn:]] Remove; NFC; Latin-ASCII");
        private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");

        static String latin(String name) {
            String text = Normalizer2.getNFKCCasefoldInstance().normalize(name);
            // Its capital is I, so before the next step, which looks at neighbours, it has to be i.
            text = SINGLE_QUOTE.matcher(text.replace('ı', 'i')).replaceAll("'");
            text = DOUBLE_QUOTE.matcher(text).replaceAll("\"");
            if (OTHER_SCRIPT.matcher(text).find()) {
                text = Scripts.TO_LATIN.transliterate(text);
            }
            return TO_ASCII.transliterate(text.replace('ə', 'a'));
        }
    }

    /** Apart from {@link Tables}, because an accent alone needs none of these. */
    private static final class Scripts {

        private static final Transliterator TO_LATIN =
                Transliterator.getInstance("Russian-Latin/BGN; Greek-Latin/UNGEGN; Any-Latin");
    }
}
