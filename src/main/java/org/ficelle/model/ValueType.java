package org.ficelle.model;

/** The type of a value that a claim gives instead of an object. */
public enum ValueType implements Labelled {
    TEXT("text"),
    DATE("date"),
    QUANTITY("quantity");

    private final String label;

    ValueType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
