package org.ficelle.load;

import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Labelled;

/** The sorts of elements that are counted apart, in the order in which they are printed. */
public enum Sort implements Labelled {
    ENTITIES("entities"),
    DOCUMENTS("documents"),
    CLAIMS("claims"),
    LINKS("links"),
    DOSSIERS("dossiers"),
    ONTOLOGY("ontology");

    private final String label;

    Sort(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    static Sort of(ElementKey key) {
        return switch (key.type()) {
            case GraphSchema.ENTITY -> ENTITIES;
            case GraphSchema.DOCUMENT -> DOCUMENTS;
            case GraphSchema.CLAIM -> CLAIMS;
            case GraphSchema.DOSSIER -> DOSSIERS;
            case GraphSchema.ONTOLOGY -> ONTOLOGY;
            default -> LINKS;
        };
    }
}
