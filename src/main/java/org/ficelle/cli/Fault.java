package org.ficelle.cli;

/** Ends a command with an exit code and one sentence on standard error. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    Fault(ExitCode exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    ExitCode exit() {
        return exit;
    }
}
