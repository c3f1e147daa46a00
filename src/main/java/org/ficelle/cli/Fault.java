package org.ficelle.cli;

import java.util.List;
import org.ficelle.model.Problem;

/** Ends a command with an exit code and one sentence on standard error. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;
    private final transient List<Problem> problems;

    Fault(ExitCode exit, String sentence) {
        this(exit, sentence, List.of());
    }

    /** @param problems of the data, which were printed already */
    Fault(ExitCode exit, String sentence, List<Problem> problems) {
        super(sentence);
        this.exit = exit;
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }

    ExitCode exit() {
        return exit;
    }
}
