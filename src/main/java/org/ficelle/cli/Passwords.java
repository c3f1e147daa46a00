package org.ficelle.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Passwords that are not on the command line. */
final class Passwords {

    private Passwords() {}

    /** What is typed unseen; nothing when there is no terminal. */
    static Optional<String> typed(String prompt) {
        Console console = System.console();
        return Optional.ofNullable(console == null ? null : console.readPassword("%s", prompt))
                .map(String::new);
    }

    /** What the file holds, without white space around it; nothing when it cannot be read. */
    static Optional<String> in(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
