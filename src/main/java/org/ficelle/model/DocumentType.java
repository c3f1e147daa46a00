package org.ficelle.model;

/** The form of a document. */
public enum DocumentType implements Labelled {
    REPORT("report"),
    ARTICLE("article"),
    STATEMENT("statement"),
    POST("post"),
    BRIEFING("briefing"),
    SPEECH("speech"),
    INTERVIEW("interview"),
    DATASET("dataset"),
    LEGAL("legal"),
    OTHER("other");

    private final String label;

    DocumentType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
