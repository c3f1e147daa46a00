package org.ficelle.model;

/** What a relation is about. */
public enum RelationClass implements Labelled {
    ATTRIBUTION("attribution"),
    TECHNICAL("technical"),
    CONTENT("content"),
    ORGANISATIONAL("organisational"),
    /** Places, roles and topics: never walked by default. */
    CONTEXT("context"),
    /** Judgements on whether two entities are one: never walked by default. */
    IDENTITY("identity");

    private final String label;

    RelationClass(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
