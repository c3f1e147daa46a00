package org.ficelle.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain of hops that a search has found from where it began to a node. The natural order is the better first. */
final class Label implements Comparable<Label> {

    private final Node node;
    private final @Nullable Label parent;
    private final Rank rank;
    private Rank promise;
    private boolean beaten;
    private boolean settled;
    private @Nullable Label next;
    private @Nullable Steps steps;
    private int ahead;
    private int toll;
    private Rank rankAhead;

    Label(Node node, @Nullable Label parent, Rank rank) {
        this.node = node;
        this.parent = parent;
        this.rank = rank;
        this.promise = rank;
        this.rankAhead = rank;
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

    Rank rank() {
        return rank;
    }

    int hops() {
        return rank.hops();
    }

    /** No way of completing the chain is better than this, as far as it is known. */
    Rank promise() {
        return promise;
    }

    void promise(Rank promised) {
        promise = promised;
    }

    /**
     * The search goes on from here, by these steps one after the other.
     *
     * @param through what passing through the node costs
     */
    void settle(Steps onward, int through) {
        settled = true;
        steps = onward;
        toll = through;
        look(0);
    }

    /** The search has come here, and does not go on. */
    void settle() {
        settled = true;
    }

    /** Whether the search has come here in its turn. */
    boolean settled() {
        return settled;
    }

    /** The steps onward; absent where the search has not gone on from here. */
    @Nullable
    Steps steps() {
        return steps;
    }

    private void look(int step) {
        ahead = step;
        if (hasAhead()) {
            rankAhead = rankAfter(step);
        }
    }

    /** Whether there is a step that was not yet taken. */
    boolean hasAhead() {
        return steps != null && ahead < steps.size();
    }

    /** The step that was not yet taken. */
    int ahead() {
        return ahead;
    }

    /** The rank of the chain with that step. */
    Rank rankAhead() {
        return rankAhead;
    }

    /** Leaves that step behind. */
    void advance() {
        look(ahead + 1);
    }

    /** The rank of the chain with one of the steps onward. */
    Rank rankAfter(int step) {
        if (steps == null) {
            throw new IllegalStateException("the search has not gone on from " + node);
        }
        return rankWith(steps, step);
    }

    /** The rank of the chain with a step onward, which may be one of those on which chains reach another node. */
    Rank rankWith(Steps some, int step) {
        return rank.plus(some.strength(step), some.toll(step) + toll);
    }

    /** Whether another chain to the node makes this one useless. */
    boolean beaten() {
        return beaten;
    }

    void beat() {
        beaten = true;
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
        int better = rank.compareTo(other.rank);
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
