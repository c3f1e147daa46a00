package org.ficelle.trace;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ficelle.graph.View;
import org.ficelle.model.Effort;
import org.ficelle.model.Footing;
import org.ficelle.model.NoPath;
import org.ficelle.model.NoPath.Reason;
import org.ficelle.model.Ontology;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Vertex;

/**
 * Finds the strongest chains of documented links between two entities, exactly, or the reason why there is none.
 *
 * <p>A path visits no entity twice; each of its hops is the strongest walked link between the two entities. Stronger
 * paths come first, of equally strong ones the shorter, then by the ids of their entities from the beginning.
 */
public final class PathFinder {

    private static final NoPath INCOMPLETE = new NoPath(Reason.INCOMPLETE, List.of(), List.of());

    private final Clock clock;

    /** @param clock tells when the time for a search is over */
    public PathFinder(Clock clock) {
        this.clock = clock;
    }

    /** The answer of {@link #search}. */
    public PathAnswer find(View view, Ontology ontology, Vertex from, Vertex to, Rules rules) {
        return search(view, ontology, from, to, rules).answer();
    }

    /**
     * Searches the paths from one entity to another. A search that reaches its limits answers with the paths it knows by
     * then, or with {@link Reason#INCOMPLETE}.
     *
     * @param from must not be the same entity as {@code to}: nothing can be said of a path from an entity to itself
     */
    public Search search(View view, Ontology ontology, Vertex from, Vertex to, Rules rules) {
        return search(view, ontology, from, to, rules, false);
    }

    /**
     * As {@link #search}, and where there is a path finds out what the tie hangs on. That may take a tenth of the time
     * that the rules allow; what is not known by then is counted in the answer.
     */
    public Search examine(View view, Ontology ontology, Vertex from, Vertex to, Rules rules) {
        return search(view, ontology, from, to, rules, true);
    }

    private Search search(View view, Ontology ontology, Vertex from, Vertex to, Rules rules, boolean examine) {
        if (from.id().equals(to.id())) {
            throw new IllegalArgumentException("a path joins two entities, not " + from.id() + " to itself");
        }
        Budget budget = new Budget(rules.bounds(), clock);
        Surroundings surroundings = new Surroundings(view, budget);
        Node start = surroundings.node(from);
        Node end = surroundings.node(to);
        Rules known = rules.withPassage(surroundings.canonical(rules.passage()));
        Ground ground = new Ground(surroundings, ontology, known, Set.of(), start, end);
        Routes routes = new Routes(ground);
        int k = rules.bounds().k();
        boolean complete = completed(() -> routes.search(k));
        List<Label> chains = routes.known(k);
        NoPath none = null;
        if (complete && chains.isEmpty()) {
            none = reason(
                    new Reasons(lifted -> new Ground(surroundings, ontology, known, lifted, start, end), rules),
                    ground,
                    routes);
            complete = none != INCOMPLETE;
        } else if (chains.isEmpty()) {
            chains = anyAmongTheRead(ground);
            none = chains.isEmpty() ? INCOMPLETE : null;
        }
        Testimony testimony = new Testimony(surroundings);
        List<Path> paths = testimony.paths(ground, chains);
        Footing footing = examine && complete && !paths.isEmpty()
                ? new Withdrawals(
                                surroundings,
                                changed -> new Ground(surroundings, ontology, changed, Set.of(), start, end),
                                rules,
                                routes)
                        .footing(paths.get(0))
                : null;
        PathAnswer answer = testimony.answer(from, to, paths, none, footing, testimony.findings(start, end));
        return new Search(answer, complete, effort(surroundings, ground));
    }

    private static NoPath reason(Reasons reasons, Ground ground, Routes routes) {
        Set<Exclusion> met = EnumSet.noneOf(Exclusion.class);
        met.addAll(ground.leftOut().keySet());
        if (routes.cut()) {
            met.add(Exclusion.MAX_HOPS);
        }
        if (ground.hasDeadEnds()) {
            met.add(Exclusion.CONTEXT);
            met.add(Exclusion.CANDIDATE);
        }
        try {
            return reasons.explain(met);
        } catch (Budget.Spent spent) {
            return INCOMPLETE;
        }
    }

    /** The best chain of those that can be seen without reading more, if any. */
    private static List<Label> anyAmongTheRead(Ground ground) {
        ground.budget().close();
        Routes routes = new Routes(ground);
        return completed(() -> routes.search(1)) ? routes.found() : List.of();
    }

    /** Whether the work was done within the limits of the search. */
    private static boolean completed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Budget.Spent spent) {
            return false;
        }
    }

    private static Effort effort(Surroundings surroundings, Ground ground) {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        ground.leftOut().forEach((exclusion, number) -> leftOut.put(exclusion.label(), number));
        return new Effort(
                surroundings.entitiesRead(),
                surroundings.budget().links(),
                surroundings.calls(),
                leftOut,
                surroundings.budget().elapsed());
    }
}
