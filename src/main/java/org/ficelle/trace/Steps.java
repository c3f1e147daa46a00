package org.ficelle.trace;

import java.util.Arrays;
import org.ficelle.graph.Neighbours;
import org.ficelle.model.Link;
import org.jspecify.annotations.Nullable;

/**
 * The steps from one node over its walked links, and what each does to a chain: first what breaks the fewest rules, then
 * what is the strongest.
 */
final class Steps {

    private static final int TOLL = 52;
    private static final int WEAKNESS = 32;

    private final Surroundings surroundings;
    private final Node from;
    private final Neighbours links;

    /** Of each the toll, then how far its strength is from the greatest, then the link: so they sort as numbers. */
    private final long[] steps;

    private @Nullable Link @Nullable [] weighed;
    private int size;

    Steps(Surroundings surroundings, Node from) {
        this.surroundings = surroundings;
        this.from = from;
        this.links = from.neighbours();
        this.steps = new long[links.size()];
    }

    /**
     * Takes a link.
     *
     * @param link its index among those of the node
     * @param made the link where rules about claims make something else of it than the store has; otherwise absent
     * @param toll what breaking rules costs, less than 2048
     */
    void add(int link, @Nullable Link made, int toll) {
        if (made != null) {
            if (weighed == null) {
                weighed = new Link[links.size()];
            }
            weighed[link] = made;
        }
        steps[size++] = (long) toll << TOLL | Strength.weakness(strengthOf(link)) << WEAKNESS | link;
    }

    /** To be called when all links were added. */
    void sort() {
        Arrays.sort(steps, 0, size);
    }

    Node from() {
        return from;
    }

    int size() {
        return size;
    }

    /** Where the step leads. */
    Node to(int step) {
        return surroundings.node(links, link(step));
    }

    /** Where it leads, if that was met before. */
    @Nullable
    Node known(int step) {
        return surroundings.known(links.entity(link(step)));
    }

    double strength(int step) {
        return strengthOf(link(step));
    }

    int toll(int step) {
        return (int) (steps[step] >>> TOLL);
    }

    private int link(int step) {
        return (int) steps[step];
    }

    private double strengthOf(int link) {
        Link made = weighed == null ? null : weighed[link];
        return Math.max(made == null ? links.strength(link) : made.strength(), Strength.LEAST);
    }

    /** The link of the best step to the node; of several as good the one with the first id. */
    Link to(Node node) {
        Link best = null;
        long rank = 0;
        for (int step = 0; step < size; step++) {
            if (links.entity(link(step)) == node.number()) {
                Link walked = walked(link(step));
                if (best == null) {
                    rank = steps[step] >>> WEAKNESS;
                    best = walked;
                } else if (steps[step] >>> WEAKNESS == rank && walked.id().compareTo(best.id()) < 0) {
                    best = walked;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no step from " + from + " to " + node);
        }
        return best;
    }

    private Link walked(int link) {
        Link made = weighed == null ? null : weighed[link];
        return made == null ? Weighing.atLeast(links.get(link).link(from.id())) : made;
    }
}
