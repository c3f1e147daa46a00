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
    private Rank promise = Rank.START;
    private int promisedToll;
    private double promisedStrength;
    private boolean beaten;
    private boolean settled;
    private @Nullable Label next;

    Label(Node node, @Nullable Label parent, Rank rank) {
        this.node = node;
        this.parent = parent;
        this.rank = rank;
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
        promisedToll = promised.toll();
        promisedStrength = promised.strength().approximate();
    }

    /** The same as comparing the promises; spelt out, because a search spends much of its time on it. */
    int comparePromises(Label other) {
        if (promisedToll != other.promisedToll) {
            return Integer.compare(promisedToll, other.promisedToll);
        }
        return Strength.areApart(promisedStrength, other.promisedStrength)
                ? Double.compare(other.promisedStrength, promisedStrength)
                : promise.compareTo(other.promise);
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
            int here = a.node.id().compareTo(b.node.id());
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
