package org.ficelle.model;

/** How finely a date is known. */
public enum Precision implements Labelled {
    DAY("day"),
    MONTH("month"),
    YEAR("year");

    private final String label;

    Precision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
