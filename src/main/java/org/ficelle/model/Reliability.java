package org.ficelle.model;

/** The reliability of a source on the Admiralty scale. */
public enum Reliability implements Labelled {
    /** Completely reliable. */
    A("A"),
    /** Usually reliable. */
    B("B"),
    /** Fairly reliable. */
    C("C"),
    /** Not usually reliable. */
    D("D"),
    /** Unreliable. */
    E("E"),
    /** Cannot be judged. */
    F("F");

    private final String label;

    Reliability(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
