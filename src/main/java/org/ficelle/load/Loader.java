package org.ficelle.load;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ficelle.graph.Change;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;

/** Makes a store hold what the data says. */
public final class Loader {

    private Loader() {}

    /** What a load would do; the store stays as it is. */
    public static LoadPlan plan(Store store, GraphImage image) {
        return store.readForLoad(view -> LoadPlan.of(image, view::fingerprints));
    }

    /**
     * Plans and applies in one transaction, and records the load with its counts. When there is nothing to change, nothing
     * is written.
     *
     * @param image of no use afterwards: what it holds is let go as soon as it has been read
     * @param allowRemoval whether the load may remove more of the graph than is usual; when not, it is stopped with
     *     {@link TooMuchRemoved}
     */
    public static LoadPlan load(Store store, GraphImage image, Inputs inputs, boolean allowRemoval, Clock clock) {
        return load(store, image, inputs, allowRemoval, clock, image::release);
    }

    private static LoadPlan load(
            Store store, GraphImage image, Inputs inputs, boolean allowRemoval, Clock clock, Runnable spent) {
        Prepared prepared = store.readForLoad(view -> prepare(view, image, inputs, clock));
        if (!allowRemoval) {
            stopIfTooMuch(prepared.plan());
        }
        // A load that was cut short at its very end leaves nothing to change, and is still to be ended.
        if (!prepared.changes().isEmpty() || prepared.unfinished()) {
            store.apply(image.ontology(), prepared.changes(), spent);
        }
        return prepared.plan();
    }

    /**
     * Loads the files that changed since the load before, without reading the others; empty, and nothing is done, when
     * that cannot be told from these files alone and the graph.
     *
     * @param dryRun whether to plan only
     * @param allowRemoval as for a full load
     */
    public static Optional<Reloaded> reload(
            Store store, Sources sources, boolean dryRun, boolean allowRemoval, Clock clock) {
        Optional<LoadPlan> nothing =
                store.readForLoad(view -> view.isUnfinished() ? Optional.empty() : Reload.nothing(view, sources));
        if (nothing.isPresent()) {
            return nothing.map(plan -> new Reloaded(plan, 0));
        }
        Optional<PreparedReload> prepared = store.readForLoad(view -> planned(view, sources)
                .map(planned -> new PreparedReload(
                        planned, Recording.of(view, planned.plan(), planned.dossiers(), planned.inputs(), clock))));
        prepared.filter(reload -> !dryRun).ifPresent(reload -> {
            if (!allowRemoval) {
                stopIfTooMuch(reload.planned().plan());
            }
            if (!reload.changes().isEmpty()) {
                store.apply(reload.planned().ontology(), reload.changes());
            }
        });
        return prepared.map(
                reload -> new Reloaded(reload.planned().plan(), reload.planned().read()));
    }

    /** What a load that was cut short has left is compared as a whole, since its files tell nothing of it. */
    private static Optional<Reload.Planned> planned(View view, Sources sources) {
        return view.isUnfinished() ? Optional.empty() : Reload.plan(view, sources);
    }

    /**
     * What a reload did or would do.
     *
     * @param read how many dossiers' files were read
     */
    public record Reloaded(LoadPlan plan, int read) {}

    private record PreparedReload(Reload.Planned planned, List<Change> changes) {}

    private static void stopIfTooMuch(LoadPlan plan) {
        plan.objection().ifPresent(objection -> {
            throw new TooMuchRemoved(objection);
        });
    }

    /** Loads what was put together without files, and may be loaded again. */
    public static LoadPlan load(Store store, GraphImage image, Clock clock) {
        return load(store, image, Inputs.none(clock.instant()), true, clock, () -> {});
    }

    private record Prepared(LoadPlan plan, List<Change> changes, boolean unfinished) {}

    private static Prepared prepare(View view, GraphImage image, Inputs inputs, Clock clock) {
        LoadPlan plan = LoadPlan.of(image, view::fingerprints);
        return new Prepared(
                plan,
                Recording.of(
                        view,
                        plan,
                        name -> image.element(new ElementKey(GraphSchema.DOSSIER, name))
                                .orElse(null),
                        inputs,
                        clock),
                view.isUnfinished());
    }
}
