package org.ficelle.render;

import java.util.ArrayList;
import java.util.List;
import org.ficelle.model.Entity;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;

/** Entities found by name, as a table. */
public final class MatchesText {

    private MatchesText() {}

    /** Name, kind, id, number of walkable links, and the alias that matched where it is not the name. */
    public static String of(List<NameMatch> matches, Ontology ontology, Style style) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "KIND", "ID", "LINKS", "MATCHED"));
        for (NameMatch match : matches) {
            Entity entity = match.vertex().entity();
            rows.add(List.of(
                    entity.name(),
                    ontology.kinds().containsKey(entity.kind())
                            ? ontology.kind(entity.kind()).title()
                            : entity.kind(),
                    entity.id(),
                    String.valueOf(match.vertex().degree()),
                    (match.matched().equals(entity.name()) ? "" : match.matched())
                            + (match.closeness() == NameMatch.Closeness.NEAR ? " (near)" : "")));
        }
        return new Page().table(style, rows).toString();
    }
}
