package org.ficelle.model;

/** How exactly a number is meant. */
public enum QuantityPrecision implements Labelled {
    EXACT("exact"),
    /** A lower bound. */
    AT_LEAST("at-least"),
    /** An order of magnitude. */
    ABOUT("about");

    private final String label;

    QuantityPrecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
