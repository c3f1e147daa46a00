package org.ficelle.cli;

import java.nio.file.Path;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.Store;
import org.ficelle.procedure.PathProcedures;
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

    Store open(Context context) {
        EmbeddedStore store = EmbeddedStore.open(folder(context));
        store.offer(PathProcedures.class);
        return store;
    }
}
