package org.ficelle.read;

import org.ficelle.model.Location;
import org.ficelle.model.Problem;

/** Ends the reading of one file: what follows the place of the problem cannot be made out. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(Location at, String rule, String wrong, String right) {
        super(wrong);
        problem = Problem.error(at, rule, wrong, right);
    }

    Problem problem() {
        return problem;
    }
}
