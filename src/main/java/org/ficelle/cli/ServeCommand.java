package org.ficelle.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ficelle.graph.Store;
import org.ficelle.model.Ontology;
import org.ficelle.procedure.PathProcedures;
import org.ficelle.read.OntologyReader;
import org.ficelle.schedule.Timetable;
import org.ficelle.serve.BrowserFiles;
import org.ficelle.serve.Endpoints;
import org.ficelle.serve.GraphServer;
import org.ficelle.serve.Login;
import org.ficelle.serve.ServerFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ficelle serve}: the store as a Neo4j server with Neo4j Browser, until it is told to end. */
@Command(
        name = "serve",
        description = {
            "Serves the store to Neo4j Browser and over Bolt, until it is interrupted, and prints the link to open.",
            "Other commands on the store go through the server while it runs."
        },
        footer = {
            "",
            "Examples:",
            "  ficelle serve --open",
            "  ficelle serve --store /srv/case-7 --http-port 0 --bolt-port 0",
            "  ficelle serve --watch",
            "  ficelle serve --every 15m data",
            "  ficelle serve --export-browser public/explorer"
        })
final class ServeCommand implements Callable<Integer> {

    private static final Duration LONGEST_END = Duration.ofMillis(2000);

    private final Context context;

    @Mixin
    private final StoreOptions storeOptions = new StoreOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String host = "";

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "7474",
            description = "For Neo4j Browser; 0 for any that is free; default: ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            defaultValue = "7687",
            description = "For drivers; 0 for any that is free; default: ${DEFAULT-VALUE}.")
    private int boltPort;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    @Option(names = "--open", description = "Open the link in the web browser.")
    private boolean open;

    @Mixin
    private final QueryFolder queryFolder = new QueryFolder();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files or folders to load on a schedule; default: data.")
    private List<Path> paths = new ArrayList<>();

    @ArgGroup(heading = "Load again while the server runs:%n")
    private ScheduleOptions scheduleOptions = new ScheduleOptions();

    @Option(
            names = "--export-browser",
            paramLabel = "FOLDER",
            description =
                    "Serve nothing; write the style, the guide and the queries for the Browser of another server.")
    private @Nullable Path export;

    ServeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return (export == null ? serve() : export(context.directory().resolve(export))).code();
    }

    private ExitCode serve() {
        Optional<Timetable> timetable = scheduleOptions.timetable();
        if (timetable.isEmpty() && !paths.isEmpty()) {
            throw new Fault(
                    ExitCode.USAGE,
                    "the server loads " + paths.get(0)
                            + " when told how often; give --every, --cron or --watch, or load"
                            + " it with 'ficelle load'");
        }
        Path folder = storeOptions.folder(context);
        ServerFile.live(folder).ifPresent(other -> {
            throw new Fault(
                    ExitCode.DATABASE, "a server on the store " + folder + " runs already; open " + other.link());
        });
        checkPorts();
        Endpoints endpoints = Endpoints.find(host, httpPort, boltPort);
        warn(endpoints);
        var login = loginOptions.login(context, folder);
        try (GraphServer server = GraphServer.start(
                folder, endpoints, login, notice -> context.err().println("ficelle: " + notice))) {
            server.register(PathProcedures.class);
            loadFirst(server.store());
            server.furnish(queryFolder.find(context).orElse(null));
            Optional<ScheduledLoads> loads = timetable.map(times ->
                    ScheduledLoads.beside(context, DataRoots.of(paths, context), folder, server.store(), times));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, loads)));
            String link = server.announce();
            context.out().println("ready: " + link);
            context.out().flush();
            explain(folder);
            loads.ifPresent(ScheduledLoads::start);
            if (open) {
                LinkOpener.open(context, link);
            }
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException interrupted) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** Ends the server within the time that supervisors give; a store that is cut short repairs itself when it opens. */
    private static void end(GraphServer server, Optional<ScheduledLoads> loads) {
        loads.ifPresent(schedule -> schedule.end(LONGEST_END));
        Thread closing = new Thread(server::close);
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LONGEST_END.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkPorts() {
        checkPort("--http-port", httpPort);
        checkPort("--bolt-port", boltPort);
        if (httpPort == boltPort && httpPort != 0) {
            throw new Fault(ExitCode.USAGE, "--http-port and --bolt-port are both " + httpPort + "; give two ports");
        }
    }

    private static void checkPort(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new Fault(
                    ExitCode.USAGE, option + " " + port + " is no port; give one from 1 to 65535, or 0 for any");
        }
    }

    private void warn(Endpoints endpoints) {
        if (!loginOptions.authentication()) {
            if (!endpoints.loopback()) {
                throw new Fault(
                        ExitCode.USAGE,
                        "--no-auth with --host " + host
                                + " would let every machine that reaches this one change the graph;"
                                + " leave out one of the two");
            }
            context.err()
                    .println(
                            "ficelle: warning: without a password every program on this machine, and every page open in"
                                    + " a web browser on it, can read and change the graph");
        } else if (!endpoints.loopback()) {
            context.err()
                    .println(
                            "ficelle: warning: other machines reach the server, and there is no TLS: the password and the"
                                    + " graph can be read on the way; put a proxy with TLS or a tunnel before it");
        }
    }

    private void explain(Path folder) {
        if (loginOptions.keepsPassword()) {
            context.err().println("ficelle: log in as " + Login.USER + " with the password in " + Login.file(folder));
        }
    }

    private ExitCode export(Path folder) {
        try (Store store = storeOptions.open(context)) {
            loadFirst(store);
            Ontology ontology =
                    store.read(view -> OntologyReader.parse(view.ontology().orElseThrow()));
            BrowserFiles.of(ontology, queryFolder.find(context).orElse(null)).write(folder);
        }
        context.err()
                .println("ficelle: let the other server give the files under ORIGIN" + BrowserFiles.MOUNT
                        + ", or any server that its Browser may ask, and set there:");
        context.err().println("browser.post_connect_cmd=" + BrowserFiles.onConnect("ORIGIN"));
        return ExitCode.DONE;
    }

    private void loadFirst(Store store) {
        if (store.read(view -> view.ontology().isEmpty())) {
            Loading.first(context, store, storeOptions.folder(context), DataRoots.of(paths, context));
        }
    }
}
