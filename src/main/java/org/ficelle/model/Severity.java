package org.ficelle.model;

/** Whether a problem stops a load. */
public enum Severity implements Labelled {
    /** The data is wrong; nothing is loaded. */
    ERROR("error"),
    /** The data is loadable; somebody should look. */
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
