package org.ficelle.trace;

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
    private final Frontier open = new Open();
    private @Nullable Rank edge = Rank.START;
    private long work;
    private int ahead;
    private boolean cut;

    /**
     * @param hopsCount whether the bounds are for ways of a certain number of hops; otherwise for the best ways of any,
     *     also of more than the rules allow
     * @param floor bounds where every way is at least as good; absent when nothing is known there
     */
    Reach(Ground ground, boolean hopsCount, @Nullable Reach floor) {
        this.ground = ground;
        this.hopsCount = hopsCount;
        this.floor = floor;
        this.labels = new Labels(hopsCount, Reach::compare);
        Label start = new Label(ground.to(), null, Rank.START);
        labels.offer(start);
        open.add(start, Rank.START);
    }

    /** By their ranks, then by the ids of where they come from, so that ways are the same in every store. */
    private static int compare(Label one, Label other) {
        int better = one.rank().compareTo(other.rank());
        Label a = one.parent();
        Label b = other.parent();
        return better != 0 || a == null || b == null
                ? better
                : a.node().id().compareTo(b.node().id());
    }

    /** How many links growing it has looked at. */
    long work() {
        return work;
    }

    /** How many links growing it once more is likely to look at. */
    int ahead() {
        return ahead;
    }

    /** Whether the bound on hops has kept it from going on somewhere. */
    boolean cut() {
        return cut;
    }

    /** Whether the bound for the node is exact. */
    boolean knows(Node node, int hops) {
        return hasArrived(node, hops) || edge == null;
    }

    /** Whether the best way from the node of at most that many hops is known. */
    boolean hasArrived(Node node, int hops) {
        return arrived(node, hops) != null;
    }

    /**
     * No way from the node to the target of at most that many hops is better than this; absent when there is none. What
     * passing through the node itself costs is part of it.
     */
    @Nullable
    Rank bound(Node node, int hops) {
        Rank own = ownBound(node, hops);
        if (own == null || floor == null) {
            return own;
        }
        Rank least = floor.bound(node, hops);
        return least == null || least.compareTo(own) > 0 ? least : own;
    }

    private @Nullable Rank ownBound(Node node, int hops) {
        Label arrived = arrived(node, hops);
        if (arrived != null) {
            return passed(arrived);
        }
        Rank edge = edge();
        if (edge == null) {
            cut |= labels.at(node) != null;
        }
        return edge;
    }

    /** No way from where it has not arrived is better than this; absent when it will arrive nowhere else. */
    @Nullable
    Rank edge() {
        return edge;
    }

    private Rank passed(Label label) {
        return label.rank().plus(ground.toll(label.node()));
    }

    /**
     * The best way from the node to the target of at most that many hops, its end first; absent when it is not known. It is
     * also known before the reach has arrived when passing through the node costs so much that others come first.
     */
    @Nullable
    Label way(Node node, int hops) {
        return best(node, hops, false);
    }

    private @Nullable Label arrived(Node node, int hops) {
        return best(node, hops, true);
    }

    private @Nullable Label best(Node node, int hops, boolean arrived) {
        Label best = null;
        for (Label label = labels.at(node); label != null; label = label.next()) {
            if ((label.settled() || !arrived && isBest(label))
                    && (!hopsCount || label.hops() <= hops)
                    && (best == null || label.rank().compareTo(best.rank()) < 0)) {
                best = label;
            }
        }
        return best;
    }

    /** Whether no way to be found from now on is better. */
    private boolean isBest(Label label) {
        return edge != null && label.rank().compareTo(edge) <= 0;
    }

    /**
     * Goes one step further, from the most promising node.
     *
     * @return the steps on which chains can have reached that node; absent when there are none
     */
    @Nullable
    Steps grow() {
        Steps steps = step();
        Label next = open.peek();
        edge = next == null ? null : next.promise();
        ahead = next == null ? 0 : ground.cost(next.node());
        return steps;
    }

    private @Nullable Steps step() {
        Label label = open.poll();
        if (label == null) {
            return null;
        }
        Node node = label.node();
        ground.fetch(node, open);
        label.settle();
        if (node == ground.from() || !ground.passable(node)) {
            return null;
        }
        if (hopsCount && label.hops() == ground.maxHops()) {
            cut = true;
            return null;
        }
        Steps steps = ground.back(node);
        work += ground.cost(steps);
        label.settle(steps, ground.toll(node));
        open.addAhead(label);
        return steps;
    }

    private final class Open extends Frontier {

        Open() {
            super((one, other) -> one.node().id().compareTo(other.node().id()));
        }

        @Override
        void extend(Label chain) {
            Steps steps = chain.steps();
            Node to = steps == null ? chain.node() : steps.to(chain.ahead());
            Label longer = chain.comesFrom(to) ? null : labels.extend(chain, to, chain.rankAhead());
            if (longer != null) {
                add(longer, passed(longer));
            }
        }

        @Override
        Rank completion() {
            return Rank.START;
        }
    }
}
