package org.ficelle.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has of the world around it.
 *
 * @param out results
 * @param err everything else
 * @param directory the working directory
 * @param home the application folder with the shipped data; absent when run from elsewhere
 * @param terminal which of the two streams are a terminal
 */
record Context(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path directory,
        @Nullable Path home,
        Clock clock,
        Terminal terminal) {

    /** Whether results and messages go to a terminal. */
    record Terminal(boolean out, boolean err) {}

    /** The same, but for results and messages, of which there are none. */
    Context silent() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Context(nowhere, nowhere, environment, directory, home, clock, new Terminal(false, false));
    }

    /** The value of an environment variable, or null when it is unset or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
