package org.ficelle.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of hops that a search has found from where it began to a node. Its rank is how good it is, the best first: the
 * fewest broken rules, then the greatest strength, then the fewest hops. The natural order is by rank, then by entities.
 */
final class Label implements Comparable<Label> {

    private final Node node;
    private final @Nullable Label parent;
    private final int toll;
    private final int hops;
    private final Strength strength;
    private @Nullable Label rest;
    private int promisedToll;
    private double promisedStrength;
    private long promisedFactors;
    private boolean beaten;
    private boolean settled;
    private @Nullable Label next;

    /** The chain of no hop. */
    Label(Node node) {
        this.node = node;
        this.parent = null;
        this.toll = 0;
        this.hops = 0;
        this.strength = Strength.FULL;
        promise(null);
    }

    /**
     * The chain with another hop.
     *
     * @param strength of the hop
     * @param toll what breaking rules on the hop costs; 0 within the rules
     */
    Label(Node node, Label parent, double strength, int toll) {
        this.node = node;
        this.parent = parent;
        this.toll = parent.toll + toll;
        this.hops = parent.hops + 1;
        this.strength = parent.strength.times(strength);
        promise(null);
    }

    Node node() {
        return node;
    }

    @Nullable
    Label parent() {
        return parent;
    }

    /** Whether the chain went to its node from this one. */
    boolean comesFrom(Node other) {
        return parent != null && parent.node == other;
    }

    int toll() {
        return toll;
    }

    int hops() {
        return hops;
    }

    Strength strength() {
        return strength;
    }

    /** Compares the ranks. */
    int compareRank(Label other) {
        if (toll != other.toll) {
            return Integer.compare(toll, other.toll);
        }
        int stronger = other.strength.compareTo(strength);
        return stronger != 0 ? stronger : Integer.compare(hops, other.hops);
    }

    /**
     * Promises that no way of completing the chain is better, as far as it is known, than with this.
     *
     * @param completion from the other end; absent for nothing
     */
    void promise(@Nullable Label completion) {
        rest = completion;
        promisedToll = completion == null ? toll : toll + completion.toll;
        promisedStrength = strength.approximate() * (completion == null ? 1 : completion.strength.approximate());
        promisedFactors = strength.factors() + (completion == null ? 0 : completion.strength.factors());
    }

    /** Compares what the two promise. */
    int comparePromise(Label other) {
        if (promisedToll != other.promisedToll) {
            return Integer.compare(promisedToll, other.promisedToll);
        }
        if (Strength.areApart(promisedStrength, other.promisedStrength)) {
            return Double.compare(other.promisedStrength, promisedStrength);
        }
        int stronger = promisedFactors == other.promisedFactors ? 0 : other.promised().compareTo(promised());
        return stronger != 0 ? stronger : Integer.compare(promisedHops(), other.promisedHops());
    }

    /** Whether it promises only what ranks below the other. */
    boolean promisesLessThan(Label other) {
        if (promisedToll != other.toll) {
            return promisedToll > other.toll;
        }
        if (Strength.areApart(promisedStrength, other.strength.approximate())) {
            return promisedStrength < other.strength.approximate();
        }
        int stronger = other.strength.compareTo(promised());
        return stronger != 0 ? stronger > 0 : promisedHops() > other.hops;
    }

    /** Whether it would promise less with this completion than it does. */
    boolean promisesMoreThanWith(Label completion) {
        if (completion == rest) {
            return false;
        }
        int now = toll + completion.toll;
        if (promisedToll != now) {
            return promisedToll < now;
        }
        double product = strength.approximate() * completion.strength.approximate();
        if (Strength.areApart(promisedStrength, product)) {
            return promisedStrength > product;
        }
        int stronger = promised().compareTo(strength.times(completion.strength));
        return stronger != 0 ? stronger > 0 : promisedHops() < hops + completion.hops;
    }

    private Strength promised() {
        return rest == null ? strength : strength.times(rest.strength);
    }

    private int promisedHops() {
        return rest == null ? hops : hops + rest.hops;
    }

    /** Whether another chain to the node makes this one useless. */
    boolean beaten() {
        return beaten;
    }

    void beat() {
        beaten = true;
    }

    /** Whether the search has gone on from here. */
    boolean settled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    /** Another label of the same node; absent when there is none further. */
    @Nullable
    Label next() {
        return next;
    }

    void before(@Nullable Label other) {
        next = other;
    }

    @Override
    public int compareTo(Label other) {
        int better = compareRank(other);
        return better != 0 ? better : compareChains(this, other);
    }

    /** By the ids of the entities from the beginning of the chains; the shorter first when one begins the other. */
    static int compareChains(Label one, Label other) {
        Label a = one;
        Label b = other;
        while (a.hops() > other.hops()) {
            a = parentOf(a);
        }
        while (b.hops() > one.hops()) {
            b = parentOf(b);
        }
        int difference = 0;
        while (a != b && a.parent != null && b.parent != null) {
            int here = a.node == b.node ? 0 : a.node.id().compareTo(b.node.id());
            difference = here != 0 ? here : difference;
            a = a.parent;
            b = b.parent;
        }
        return difference != 0 ? difference : Integer.compare(one.hops(), other.hops());
    }

    private static Label parentOf(Label label) {
        Label parent = label.parent;
        if (parent == null) {
            throw new IllegalStateException("a chain of " + label.hops() + " hops has no beginning");
        }
        return parent;
    }

    /** The labels of the chain, its beginning first. */
    List<Label> chain() {
        Deque<Label> chain = new ArrayDeque<>();
        for (Label label = this; label != null; label = label.parent) {
            chain.addFirst(label);
        }
        return List.copyOf(chain);
    }

    /** The nodes of the chain, its beginning first. */
    List<Node> nodes() {
        return chain().stream().map(Label::node).toList();
    }
}
