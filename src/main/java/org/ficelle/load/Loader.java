package org.ficelle.load;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.Store;

/** Makes a store hold what the data says. */
public final class Loader {

    private Loader() {}

    /** What a load would do; the store stays as it is. */
    public static LoadPlan plan(Store store, GraphImage image) {
        return store.read(view -> LoadPlan.of(image, view::fingerprints));
    }

    /**
     * Plans and applies in one transaction, and records the load with its counts. When there is nothing to change,
     * nothing is written.
     */
    public static LoadPlan load(Store store, GraphImage image, Clock clock) {
        LoadPlan plan = plan(store, image);
        if (!plan.isEmpty()) {
            List<Change> changes = new ArrayList<>(plan.changes());
            changes.add(new Change.Create(record(plan, clock)));
            store.apply(image.ontology(), changes);
        }
        return plan;
    }

    private static Element.Node record(LoadPlan plan, Clock clock) {
        ZonedDateTime at =
                ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        LoadCounts total = plan.total();
        return GraphImage.node(
                GraphSchema.LOAD,
                id(at),
                Map.of(
                        "at", at,
                        "read", (long) total.read(),
                        "created", (long) total.created(),
                        "changed", (long) total.changed(),
                        "unchanged", (long) total.unchanged(),
                        "removed", (long) total.removed()));
    }

    /** The time and something arbitrary, since two loads may fall into one moment. */
    private static String id(ZonedDateTime at) {
        return at.toLocalDateTime() + "Z-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
