package org.ficelle.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cypher without its words: comments, strings and quoted names blanked, every other character where it was. */
final class Skeleton {

    /** A line's or a block's comment, a string with escapes, or a name in backticks; the last two may lack their end. */
    private static final Pattern WORDS = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z)|'(?:\\\\(?s:.)|[^'\\\\])*+(?:'|\\z)|\"(?:\\\\(?s:.)|[^\"\\\\])*+(?:\"|\\z)|`[^`]*(?:`|\\z)");

    private static final Pattern NOT_NEW_LINE = Pattern.compile("[^\\n]");

    private Skeleton() {}

    static String of(String cypher) {
        return WORDS.matcher(cypher)
                .replaceAll(words -> Matcher.quoteReplacement(
                        NOT_NEW_LINE.matcher(words.group()).replaceAll(" ")));
    }
}
