package org.ficelle.model;

/** What sort of evidence a claim rests on, in VIGINUM's and ICD 203's sense of basis. */
public enum EvidenceKind implements Labelled {
    TECHNICAL("technical"),
    BEHAVIOURAL("behavioural"),
    CONTEXTUAL("contextual");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
