package org.ficelle.cli;

/** How a command ended, for scripts. */
enum ExitCode {
    DONE(0, "done"),
    NONE(1, "ran, and the answer is none or the check found problems"),
    USAGE(2, "wrong usage, or a name that several entities bear"),
    REJECTED(3, "data rejected; nothing was changed"),
    DATABASE(4, "database not reachable or refused"),
    INTERNAL(5, "internal error"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
