package org.ficelle.check;

import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Proposition;

/** Propositions with merged entities replaced by the one that stands for them. */
final class Canonical {

    private Canonical() {}

    static Proposition proposition(Corpus corpus, Claim claim) {
        Proposition written = claim.proposition();
        String object = written.object();
        return new Proposition(
                corpus.canonical(written.subject()),
                written.relation(),
                object == null ? null : corpus.canonical(object),
                written.value());
    }

    /** The id of the proposition that a denial's target names. */
    static String target(Corpus corpus, String target) {
        String[] words = target.split(" ", 3);
        if (words.length < 3) {
            return target;
        }
        String object = words[2].startsWith("= ") ? words[2] : corpus.canonical(words[2]);
        return corpus.canonical(words[0]) + " " + words[1] + " " + object;
    }
}
