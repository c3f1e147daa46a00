package org.ficelle.trace;

import org.ficelle.graph.Neighbours;
import org.ficelle.model.Link;
import org.jspecify.annotations.Nullable;

/** The steps from one node: the strongest walked link to each neighbour, and what walking it does to a chain. */
final class Steps {

    private final Node from;
    private final Node[] to;
    private final int[] links;
    private final double[] strengths;
    private final int[] tolls;
    private final @Nullable Link[] weighed;
    private int size;

    /** @param most no more links than this will be offered */
    Steps(Node from, int most) {
        this.from = from;
        to = new Node[most];
        links = new int[most];
        strengths = new double[most];
        tolls = new int[most];
        weighed = new Link[most];
    }

    /**
     * Takes the link unless there is a better one to the node.
     *
     * @param link its index among those of the node it leads from
     * @param made the link where rules about claims make something else of it than the store has; otherwise absent
     * @param toll what breaking rules on the way costs
     */
    void offer(Node node, int link, @Nullable Link made, double strength, int toll) {
        int earlier = node.mark(this, size);
        if (earlier >= 0 && !isBetter(link, made, strength, toll, earlier)) {
            return;
        }
        int at = earlier >= 0 ? earlier : size++;
        to[at] = node;
        links[at] = link;
        weighed[at] = made;
        strengths[at] = strength;
        tolls[at] = toll;
    }

    private boolean isBetter(int link, @Nullable Link made, double strength, int toll, int earlier) {
        if (toll != tolls[earlier]) {
            return toll < tolls[earlier];
        }
        int stronger = Strength.of(strength).compareTo(Strength.of(strengths[earlier]));
        return stronger != 0
                ? stronger > 0
                : link(link, made).id().compareTo(link(earlier).id()) < 0;
    }

    int size() {
        return size;
    }

    /** Where the step leads. */
    Node to(int step) {
        return to[step];
    }

    double strength(int step) {
        return strengths[step];
    }

    int toll(int step) {
        return tolls[step];
    }

    /** The link that is walked. */
    Link link(int step) {
        return link(links[step], weighed[step]);
    }

    private Link link(int link, @Nullable Link made) {
        Neighbours neighbours = from.neighbours();
        return made == null ? Weighing.atLeast(neighbours.get(link).link(from.id())) : made;
    }
}
