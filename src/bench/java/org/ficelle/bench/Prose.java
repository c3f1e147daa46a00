package org.ficelle.bench;

import java.util.List;

/** Sentences of the length that curators write. */
final class Prose {

    private static final List<String> OPENINGS = List.of(
            "According to the report,",
            "The document states that",
            "On the evidence of shared technical traces,",
            "In a passage on the structure of the network, the authors write that",
            "The article, which cites its own reading of the archive, says that",
            "Without naming how it came to know,",
            "Two passages taken together say that");
    private static final List<String> ENDINGS = List.of(
            "",
            " during the period under review",
            ", as screenshots kept by the authors show",
            ", a point that the annex repeats with dates and addresses",
            ", and puts this down to shared administration of both",
            "; the passage gives no further detail and names no second source for it");
    private static final List<String> QUOTES = List.of(
            "the two are run from one place and by the same people, to all appearance",
            "we saw the same material within minutes on both, again and again over the summer",
            "registered on one day with one address and one telephone number");
    private static final List<String> DESCRIPTIONS = List.of(
            "Named in several reports on coordinated activity around elections.",
            "Active since the spring; dormant for months before that and renamed twice.",
            "Described by the documents as part of the technical base of the network.",
            "Presents itself as independent and gives neither an imprint nor a responsible editor.");

    private Prose() {}

    static String statement(Dice dice, String subject, String relation, String object) {
        return dice.one(OPENINGS) + " " + subject + " " + relation + " " + object + dice.one(ENDINGS) + ".";
    }

    static String quote(Dice dice) {
        return dice.one(QUOTES);
    }

    static String description(Dice dice) {
        return dice.one(DESCRIPTIONS);
    }
}
