package org.ficelle.trace;

/** Rules that cannot be; the message is one sentence for the user. */
public final class WrongRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongRule(String sentence) {
        super(sentence);
    }
}
