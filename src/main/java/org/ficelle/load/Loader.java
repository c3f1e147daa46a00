package org.ficelle.load;

import java.time.Clock;
import java.util.List;
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
        return store.read(view -> LoadPlan.of(image, view::fingerprints));
    }

    /**
     * Plans and applies in one transaction, and records the load with its counts. When there is nothing to change, nothing
     * is written.
     *
     * @param allowRemoval whether the load may remove more of the graph than is usual; when not, it is stopped with
     *     {@link TooMuchRemoved}
     */
    public static LoadPlan load(Store store, GraphImage image, Inputs inputs, boolean allowRemoval, Clock clock) {
        Prepared prepared = store.read(view -> prepare(view, image, inputs, clock));
        if (!allowRemoval) {
            prepared.plan().objection().ifPresent(objection -> {
                throw new TooMuchRemoved(objection);
            });
        }
        if (!prepared.changes().isEmpty()) {
            store.apply(image.ontology(), prepared.changes());
        }
        return prepared.plan();
    }

    /** Loads what was put together without files. */
    public static LoadPlan load(Store store, GraphImage image, Clock clock) {
        return load(store, image, Inputs.none(clock.instant()), true, clock);
    }

    private record Prepared(LoadPlan plan, List<Change> changes) {}

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
                        clock));
    }
}
