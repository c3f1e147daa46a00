package org.ficelle.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ficelle.serve.Endpoints;
import org.ficelle.serve.GraphServer;
import org.ficelle.serve.Login;
import picocli.CommandLine.Command;

/**
 * {@code ficelle rehearse}: what the launcher has Java learn from when it makes the class-data archive. It runs the common
 * commands on a store in the working directory, without and with a server, in this one process.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Runs the common commands, for the launcher to learn from.",
        footer = {"", "Examples:", "  ficelle rehearse"})
final class RehearseCommand implements Callable<Integer> {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("path", "@MuxtarYev", "Mediamark Digital"),
            List.of("show", "Olimpiya"),
            List.of("search", "rzaev"),
            List.of("--help"),
            List.of("query", "strongest-chains"));

    private final Context context;

    RehearseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Context silent = new Context(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Map.of(),
                context.directory(),
                context.home(),
                context.clock(),
                context.terminal());
        Path store = new StoreOptions().folder(silent);
        perform(silent);
        try (GraphServer server =
                GraphServer.start(store, Endpoints.find("127.0.0.1", 0, 0), () -> Login.kept(store), notice -> {})) {
            server.announce();
            perform(silent);
        }
        return ExitCode.DONE.code();
    }

    private static void perform(Context silent) {
        COMMANDS.forEach(command -> App.run(silent, command.toArray(String[]::new)));
    }
}
