package org.ficelle.trace;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;

/** Which entities a claim or a document names, so that an answer can print their names. */
final class Cited {

    private Cited() {}

    /** Subject, object, asserter, and both ends of every proposition that a denial targets. */
    static Set<String> entities(Claim claim) {
        Set<String> ids = new TreeSet<>(List.of(claim.subject(), claim.source().assertedBy()));
        String object = claim.object();
        if (object != null) {
            ids.add(object);
        }
        for (String target : claim.scope().denial().targets()) {
            String[] words = target.split(" ", 3);
            if (words.length == 3) {
                ids.add(words[0]);
                ids.add(words[2]);
            }
        }
        return ids;
    }

    /** The publisher, and authors that are entities. */
    static Set<String> entities(Document document) {
        Set<String> ids = new TreeSet<>(document.publication().authors());
        String publisher = document.publication().publisher();
        if (publisher != null) {
            ids.add(publisher);
        }
        return ids;
    }
}
