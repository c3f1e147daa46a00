package org.ficelle.model;

/** Who may see it: Traffic Light Protocol 2.0, from open to closed. */
public enum Marking implements Labelled {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
