package org.ficelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ficelle.graph.StoreException;
import org.ficelle.load.LoadPlan;
import org.ficelle.model.Problem;
import org.ficelle.schedule.Outcome;
import org.ficelle.schedule.Status;
import org.ficelle.schedule.StatusFile;

/** Notes what becomes of loads, for {@code ficelle status}. A note that cannot be written stops no load. */
final class LoadNotes {

    /** In the folder of an embedded store. */
    static final String FILE = "status.json";

    /** How many problems of the data are kept. */
    private static final int KEPT = 10;

    private final Context context;
    private final Path path;
    private final StatusFile file;
    private boolean warned;

    private LoadNotes(Context context, Path path) {
        this.context = context;
        this.path = path;
        this.file = new StatusFile(path);
    }

    /** On the loads of this graph. */
    static LoadNotes of(Context context, GraphOptions graph) {
        return new LoadNotes(context, graph.status(context));
    }

    /** On the loads of the graph in this folder. */
    static LoadNotes in(Context context, Path folder) {
        return new LoadNotes(context, folder.resolve(FILE));
    }

    /** What is noted. */
    Status read() throws IOException {
        return file.read();
    }

    /** Carries out one load. Where there is no folder to note it in, none is made. */
    void around(Supplier<LoadPlan> load) {
        Instant begun = context.clock().instant();
        note(status -> status.begins(begun));
        try {
            LoadPlan plan = load.get();
            end(begun, new Outcome.Loaded(LoadReport.summary(plan.total(), false)));
        } catch (Fault fault) {
            end(begun, failed(fault));
            throw fault;
        } catch (StoreException refused) {
            end(begun, new Outcome.Failed(String.valueOf(refused.getMessage()), List.of()));
            throw refused;
        }
    }

    private void end(Instant begun, Outcome outcome) {
        note(status -> status.ends(begun, context.clock().instant(), outcome));
    }

    /** The failure of which the fault tells. */
    static Outcome.Failed failed(Fault fault) {
        return new Outcome.Failed(
                String.valueOf(fault.getMessage()),
                fault.problems().stream().limit(KEPT).map(Problem::toString).toList());
    }

    /** Changes the note, if there is a folder to keep it in. */
    void note(UnaryOperator<Status> change) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try {
            file.update(change);
        } catch (IOException unwritable) {
            if (!warned) {
                warned = true;
                context.err()
                        .println("ficelle: warning: " + path + " cannot be written, so 'ficelle status' will not know"
                                + " of this; check the permissions and the room on the disk");
            }
        }
    }
}
