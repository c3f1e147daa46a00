package org.ficelle.model;

/** What the claims on a proposition amount to. */
public enum LinkStatus implements Labelled {
    /** Stated or assessed, and nothing speaks against it. */
    ESTABLISHED("established"),
    /** Only alleged. */
    ALLEGED("alleged"),
    /** Only the subject says so of itself. */
    SELF_DECLARED("self-declared"),
    /** Only the curator infers it. */
    INFERRED("inferred"),
    /** Asserted by some, denied by others. */
    CONTESTED("contested"),
    /** Asserted by some, while somebody looked for it and could not establish it. */
    NOT_ESTABLISHED("not-established");

    private final String label;

    LinkStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
