package org.ficelle.trace;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the best ways to the target from everywhere, grown from the target as far as it is needed. It gives
 * searches from the other end a bound on what is still to come: exact where it has arrived, and elsewhere its frontier.
 */
final class Reach {

    private final Ground ground;
    private final boolean hopsCount;
    private final @Nullable Reach floor;
    private final Labels labels;
    private final Frontier open =
            new Frontier((one, other) -> one.node().id().compareTo(other.node().id()));
    private long work;
    private boolean cut;

    /**
     * @param hopsCount whether the bounds are for ways of a certain number of hops; otherwise for the best ways of any
     * @param floor bounds where every way is at least as good; absent when nothing is known there
     */
    Reach(Ground ground, boolean hopsCount, @Nullable Reach floor) {
        this.ground = ground;
        this.hopsCount = hopsCount;
        this.floor = floor;
        this.labels = new Labels(hopsCount, Label::compareRank);
        Label start = new Label(ground.to());
        labels.offer(start);
        open.add(start, null);
    }

    /** How many links growing it has looked at. */
    long work() {
        return work;
    }

    /** Whether the bound on hops has kept it from going on somewhere. */
    boolean cut() {
        return cut;
    }

    /** Whether the bound for the node is exact. */
    boolean knows(Node node, int hops) {
        return open.isEmpty() || arrived(node, hops) != null;
    }

    /**
     * No way from the node to the target of at most that many hops ranks above this; absent when there is none.
     * What passing through the node itself costs is not part of it.
     */
    @Nullable
    Label bound(Node node, int hops) {
        Label own = ownBound(node, hops);
        if (own == null || floor == null || floor.cut && !floor.hopsCount) {
            return own;
        }
        Label least = floor.bound(node, hops);
        return least == null || least.compareRank(own) > 0 ? least : own;
    }

    private @Nullable Label ownBound(Node node, int hops) {
        Label arrived = arrived(node, hops);
        if (arrived != null) {
            return arrived;
        }
        Label next = open.peek();
        if (next == null) {
            cut |= labels.at(node) != null;
        }
        return next;
    }

    private @Nullable Label arrived(Node node, int hops) {
        Label best = null;
        for (Label label = labels.at(node); label != null; label = label.next()) {
            if (label.settled()
                    && (!hopsCount || label.hops() <= hops)
                    && (best == null || label.compareRank(best) < 0)) {
                best = label;
            }
        }
        return best;
    }

    /** Goes one step further from the most promising node. */
    void grow() {
        Label label = open.poll();
        if (label == null) {
            return;
        }
        Node node = label.node();
        if (!ground.fetched(node)) {
            Set<Node> nodes = open.upcoming(ground.batch() - 1, other -> other != node && !ground.fetched(other));
            nodes.add(node);
            ground.fetch(nodes);
        }
        label.settle();
        if (node == ground.from() || !ground.passable(node)) {
            return;
        }
        if (label.hops() == ground.maxHops()) {
            cut = true;
            return;
        }
        int toll = ground.toll(node);
        Steps steps = ground.back(node);
        work += 1 + steps.size();
        for (int i = 0; i < steps.size(); i++) {
            Label longer = label.comesFrom(steps.to(i))
                    ? null
                    : labels.extend(label, steps.to(i), steps.strength(i), steps.toll(i) + toll);
            if (longer != null) {
                open.add(longer, null);
            }
        }
    }
}
