package org.ficelle.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** One run of the program: its exit code and what it printed. */
record Run(int exit, String out, String err) {

    /** The data files of this repository. */
    static final Path DATA = Path.of("data").toAbsolutePath();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-12-01T12:00:00Z"), ZoneOffset.UTC);

    /** Runs the program in {@code directory}, with the shipped example in this repository. */
    static Run in(Path directory, String... args) {
        return in(directory, Map.of(), args);
    }

    static Run in(Path directory, Map<String, String> environment, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var context = new Context(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                directory,
                Path.of("").toAbsolutePath(),
                CLOCK,
                new Context.Terminal(false, false));
        int exit = App.run(context, args);
        context.out().flush();
        return new Run(exit, out.toString(), err.toString());
    }
}
