package org.ficelle.cli;

import java.nio.file.Files;
import org.ficelle.graph.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Where the graph is: on a Neo4j server when one is named, else in a folder. */
final class GraphOptions {

    @Mixin
    private final StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    Store open(Context context) {
        String server = server(context);
        return server == null ? storeOptions.open(context) : serverOptions.open(server, context);
    }

    /** The address of the server that keeps the graph, or null when the graph is in a folder. */
    @Nullable
    String server(Context context) {
        if (storeOptions.given() && serverOptions.given()) {
            throw new Fault(ExitCode.USAGE, "--store and --uri name two graphs; give one of them");
        }
        return storeOptions.given() ? null : serverOptions.uri(context);
    }

    /** Whether the graph is in a folder that does not exist yet. */
    boolean isNew(Context context) {
        return server(context) == null && !Files.exists(storeOptions.folder(context));
    }

    StoreOptions folder() {
        return storeOptions;
    }
}
