package org.ficelle.model;

/** What the asserting party does with a proposition. */
public enum Stance implements Labelled {
    /** Says that it holds. */
    ASSERTS("asserts"),
    /** Says that it does not hold. */
    DENIES("denies"),
    /** Looked for it and could not establish it. */
    NOT_ESTABLISHED("not-established"),
    /** Was asked and said nothing: neither a denial nor a confirmation. */
    NO_COMMENT("no-comment"),
    /** Expects it; never a fact. */
    FORECASTS("forecasts"),
    /** Opinion, wording or headline. */
    CHARACTERISES("characterises");

    private final String label;

    Stance(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
