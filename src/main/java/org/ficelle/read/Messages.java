package org.ficelle.read;

import java.util.List;

/** Turns of phrase that several messages share. */
final class Messages {

    private Messages() {}

    /** {@code claim} with its article. */
    static String one(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** "a, b or c". */
    static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
