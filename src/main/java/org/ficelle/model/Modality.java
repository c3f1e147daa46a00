package org.ficelle.model;

/** How an assertion is made. */
public enum Modality implements Labelled {
    /** In the source's own voice, as fact. */
    STATED("stated"),
    /** A finding of the source. */
    ASSESSED("assessed"),
    /** An accusation. */
    ALLEGED("alleged"),
    /** What the subject says of itself. */
    SELF_DECLARED("self-declared"),
    /** Drawn by the curator; its basis stands in the claim's note. */
    INFERRED("inferred"),
    /** Conditional; never a link. */
    HYPOTHETICAL("hypothetical");

    private final String label;

    Modality(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
