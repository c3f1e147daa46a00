package org.ficelle.load;

/** A load was stopped because it would remove too much of the graph; the message says how much. */
public final class TooMuchRemoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchRemoved(String sentence) {
        super(sentence);
    }
}
