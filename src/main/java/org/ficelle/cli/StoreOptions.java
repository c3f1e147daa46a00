package org.ficelle.cli;

import java.nio.file.Path;
import java.util.Map;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.RemoteStore;
import org.ficelle.graph.Store;
import org.ficelle.procedure.PathProcedures;
import org.ficelle.serve.Login;
import org.ficelle.serve.ServerFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the graph is kept. */
final class StoreOptions {

    private static final String VARIABLE = "FICELLE_STORE";

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "Folder of the embedded store; default: the variable FICELLE_STORE, else .ficelle here.")
    private @Nullable Path folder;

    /** Whether the folder was given as an option. */
    boolean given() {
        return folder != null;
    }

    Path folder(Context context) {
        if (folder != null) {
            return context.directory().resolve(folder);
        }
        String variable = context.variable(VARIABLE);
        return context.directory().resolve(variable == null ? ".ficelle" : variable);
    }

    /** The store, through the server that holds it if there is one. */
    Store open(Context context) {
        Path place = folder(context);
        return ServerFile.live(place).map(StoreOptions::connect).orElseGet(() -> embedded(place, context));
    }

    private static Store embedded(Path place, Context context) {
        EmbeddedStore store =
                EmbeddedStore.open(place, Map.of(), notice -> context.err().println("ficelle: " + notice));
        store.offer(PathProcedures.class);
        return store;
    }

    private static Store connect(ServerFile server) {
        Login login = server.login();
        return RemoteStore.open(
                server.bolt(), login == null ? null : login.user(), login == null ? null : login.password(), null);
    }
}
