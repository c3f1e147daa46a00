package org.ficelle.read;

/**
 * One field of an object in a data file.
 *
 * @param means what it says, for the editor and for the message when it is missing; no full stop
 */
record Field(String name, Form form, boolean required, String means) {

    static Field required(String name, Form form, String means) {
        return new Field(name, form, true, means);
    }

    static Field optional(String name, Form form, String means) {
        return new Field(name, form, false, means);
    }
}
