package org.ficelle.read;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a string may look like.
 *
 * @param pattern over the whole string, in the part of the language that Java and JSON Schema share
 * @param sort what such a string is, with its article
 * @param right what to write where a string does not fit
 */
record Syntax(Pattern pattern, int max, String sort, String right) {

    private static final String ENTITY = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*:[^\\u0000-\\u0020\\u007f-\\u00a0\"]+";
    private static final String SLUG = "[a-z0-9]+(?:[._-][a-z0-9]+)*";
    private static final String RELATION = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*";

    static final Syntax ENTITY_ID = of(ENTITY, 2_100, "an entity id", "write kind:key, such as domain:orkhanrza.com");
    static final Syntax DOCUMENT_ID = of(
            SLUG,
            200,
            "a name for a document or dossier",
            "write lower case letters and digits, joined by hyphens, dots or underscores");
    static final Syntax KIND_NAME = of("[A-Z][A-Za-z0-9]*", 100, "the name of a kind", "write it in PascalCase");
    static final Syntax KIND_OR_ANY =
            of("\\*|[A-Z][A-Za-z0-9]*", 100, "the name of a kind", "write it in PascalCase, or \"*\" for any kind");
    static final Syntax RELATION_NAME = of(RELATION, 100, "the name of a relation", "write it in UPPER_SNAKE");
    static final Syntax PUBLISHER =
            of("not stated|" + ENTITY, 2_100, "a publisher", "write an entity id or the words \"not stated\"");
    static final Syntax TARGET = of(
            "claim:[0-9a-f]{24}|" + ENTITY + " " + RELATION + " (?:= .+|" + ENTITY + ")",
            4_300,
            "a proposition or claim",
            "write \"subject RELATION object\" or a claim's id");
    static final Syntax DATE = of(
            "\\d{4}(?:-\\d{2}(?:-\\d{2})?)?(?:/\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)?",
            21, "a date", "write 2023, 2023-06, 2023-06-26, or two of these joined by a slash");
    static final Syntax URL = of(
            "https?://[a-zA-Z0-9\\u00a1-\\uffff.-]+(?::\\d{1,5})?(?:[/?#][^\\u0000-\\u0020\\u007f-\\u00a0]*)?",
            2_048,
            "a web address",
            "write it whole, beginning with https:// or http://, without spaces");
    static final Syntax SHA256 =
            of("[0-9a-fA-F]{64}", 64, "a SHA-256 sum", "write the 64 hexadecimal digits that sha256sum prints");
    static final Syntax COLOUR = of("#[0-9a-fA-F]{6}", 7, "a colour", "write # and six hexadecimal digits");

    /** Any words; shared, because most strings are nothing else. */
    static final Pattern WORDS = words();

    private static Pattern words() {
        String inner = "[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]";
        String end = "[^\\u0000-\\u0020\\u007f-\\u00a0]";
        return Pattern.compile("^" + end + "(?:" + inner + "*" + end + ")?$");
    }

    private static Syntax of(String pattern, int max, String sort, String right) {
        return new Syntax(Pattern.compile("^(?:" + pattern + ")$"), max, sort, right);
    }

    /** Words for readers: one line without control characters, and no space at either end. */
    static Syntax words(int max) {
        return new Syntax(
                WORDS,
                max,
                "words on one line",
                "write words without control characters and without a space at either end");
    }

    /** Whether the string, in which nothing is {@link #forbidden}, looks like this. */
    boolean fits(String text) {
        // Of any words only the ends are left to look at, and there are very many of these.
        return pattern == WORDS
                ? !isBlank(text.charAt(0)) && !isBlank(text.charAt(text.length() - 1))
                : pattern.matcher(text).matches();
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\u00A0';
    }

    /** The first character that no string may hold, as {@code U+0007}; empty when there is none. */
    static Optional<String> forbidden(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isForbidden(text.codePointAt(at))) {
                return Optional.of("U+%04X".formatted(text.codePointAt(at)));
            }
        }
        return Optional.empty();
    }

    /** Controls, halves of a character, and marks that make text read otherwise than it is stored. */
    private static boolean isForbidden(int character) {
        if (character >= ' ' && character < 0x7F) {
            return false;
        }
        boolean reorders = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE || reorders;
    }
}
