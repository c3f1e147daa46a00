package org.ficelle.model;

/** How the key part of an entity's id is normalised. */
public enum KeyForm implements Labelled {
    /** Lower case words joined by hyphens. */
    SLUG("slug"),
    /** A host name: lower case, refanged, IDNA, no trailing dot. */
    DOMAIN("domain"),
    /** platform/handle: lower case, no leading @. */
    HANDLE("handle"),
    /** An IP address, refanged. */
    IP("ip"),
    /** A web address: refanged, host in lower case, no trailing slash. */
    URL("url");

    private final String label;

    KeyForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
