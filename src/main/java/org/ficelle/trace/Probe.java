package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best chain to the target that begins in a given way. Goes on from what promises most, by the bound of a
 * {@link Reach} that it lets grow in step with itself, so that the two meet half way.
 */
final class Probe {

    private final Ground ground;
    private final boolean hopsCount;
    private final Reach reach;
    private final Label root;
    private final Set<Node> barred;
    private final Labels labels;
    private final Frontier open = new Open();
    private final long reachBefore;
    private long work;
    private boolean cut;
    private boolean meets;
    private @Nullable Meeting met;

    /** A chain and a way on from its end, which together have the rank. */
    private record Meeting(Rank rank, Label head, Label way) {

        /** Their nodes, without the round between where one comes twice. */
        List<Node> nodes() {
            List<Node> nodes = new ArrayList<>(head.nodes());
            for (Label label = way.parent(); label != null; label = label.parent()) {
                int before = nodes.indexOf(label.node());
                if (before >= 0) {
                    nodes.subList(before, nodes.size()).clear();
                }
                nodes.add(label.node());
            }
            return nodes;
        }
    }

    /**
     * @param hopsCount whether the bound on hops holds, so that shorter chains are of use that are no better than others;
     *     without it the search is quicker
     * @param root the beginning of the chain
     * @param barred nodes that may not come next
     */
    Probe(Ground ground, Reach reach, boolean hopsCount, Label root, Set<Node> barred) {
        this.hopsCount = hopsCount;
        this.labels = new Labels(hopsCount, Comparator.naturalOrder());
        this.ground = ground;
        this.reach = reach;
        this.barred = barred;
        this.reachBefore = reach.work();
        this.root = copied(root);
        open.add(this.root, this.root.rank());
    }

    /** The same chain without what other searches have noted on it, every part of it known. */
    private Label copied(Label chain) {
        Label before = chain.parent();
        Label copy = new Label(chain.node(), before == null ? null : copied(before), chain.rank());
        labels.offer(copy);
        return copy;
    }

    /** The longer first, then by where they end, so that every store is searched in the same order. */
    private static int compareEquals(Label one, Label other) {
        int longer = Integer.compare(other.hops(), one.hops());
        return longer != 0 ? longer : one.node().id().compareTo(other.node().id());
    }

    /** Whether the bound on hops has kept it from going on somewhere. */
    boolean cut() {
        return cut;
    }

    /**
     * The best chain; absent when there is none, or none as good as {@code worst}. Throws {@link Budget.Spent} when the
     * limits of the search are reached.
     */
    @Nullable
    Label best(@Nullable Rank worst) {
        Label best = null;
        Rank last = worst;
        for (Label label = next(last); label != null; label = next(last)) {
            if (label.node() == ground.to()) {
                // Of chains that are as good the one that comes first by its entities takes the place of the others.
                best = label;
                last = label.rank();
            } else if (hasTurn(label)) {
                advance(label);
            }
        }
        return best;
    }

    /**
     * One of the chains that break the fewest rules; absent when none is as good as {@code worst}. Which one depends on
     * nothing but the graph. Throws {@link Budget.Spent} when the limits of the search are reached.
     *
     * @return its nodes from the beginning of the chain to the target
     */
    @Nullable
    List<Node> lightest(@Nullable Rank worst) {
        meets = true;
        for (Label label = next(worst); label != null; label = next(worst)) {
            if (hasTurn(label)) {
                consider(label);
                if (met != null && met.rank().isAsLight(label.promise())) {
                    break;
                }
                advance(label);
            }
        }
        return met == null ? null : met.nodes();
    }

    /** The next chain to go on from; absent when there is none as good as {@code worst}. */
    private @Nullable Label next(@Nullable Rank worst) {
        Label label = open.poll();
        if (label == null) {
            return null;
        }
        ground.budget().round();
        return worst == null || label.promise().compareTo(worst) <= 0 ? label : null;
    }

    /** Whether the chain still promises as much as when it was put in line; if it promises less, it has to wait again. */
    private boolean hasTurn(Label label) {
        Rank rest = reach.bound(label.node(), hopsLeft(label));
        if (rest == null) {
            return false;
        }
        if (label.rank().compareWith(rest, label.promise()) > 0) {
            open.add(label, label.rank().plus(rest));
            return false;
        }
        return true;
    }

    /** Goes on from the chain, or first finds out more about what is still to come. */
    private void advance(Label label) {
        if (reach.work() - reachBefore + reach.ahead() <= work + ground.cost(label.node())
                && !reach.knows(label.node(), hopsLeft(label))) {
            open.add(label, label.promise());
            meet(reach.grow());
        } else {
            work += goOn(label);
        }
    }

    private int hopsLeft(Label label) {
        return ground.maxHops() - label.hops();
    }

    private @Nullable Rank promise(Label label) {
        Rank rest = reach.bound(label.node(), hopsLeft(label));
        return rest == null ? null : label.rank().plus(rest);
    }

    /** Extends those chains that lead to where the reach has just arrived. */
    private void meet(@Nullable Steps arrived) {
        for (int i = 0; arrived != null && i < arrived.size(); i++) {
            Node node = arrived.known(i);
            for (Label label = node == null ? null : labels.at(node); label != null; label = label.next()) {
                if (label.steps() != null) {
                    join(label, arrived.from(), label.rankWith(arrived, i));
                }
            }
        }
    }

    /** Goes on from the label to its neighbours; returns how many links it looked at. */
    private int goOn(Label label) {
        Node node = label.node();
        ground.fetch(node, open);
        if (!ground.passable(node)) {
            return 1;
        }
        if (hopsCount && hopsLeft(label) == 0) {
            cut = true;
            return 1;
        }
        Steps steps = ground.onward(node);
        label.settle(steps, ground.toll(node));
        for (int i = 0; i < steps.size(); i++) {
            // Where the reach has arrived there is less to come than where it has not, so these do not wait.
            Node to = steps.known(i);
            if (to != null && reach.hasArrived(to, hopsLeft(label) - 1)) {
                join(label, to, label.rankAfter(i));
            }
        }
        open.addAhead(label);
        return ground.cost(steps);
    }

    private void extend(Label label, Node to, Rank rank) {
        Label longer =
                label.comesFrom(to) || label == root && barred.contains(to) ? null : labels.extend(label, to, rank);
        Rank promise = longer == null ? null : promise(longer);
        if (longer != null && promise != null) {
            open.add(longer, promise);
        }
    }

    /** Extends the chain to where the reach has arrived. */
    private void join(Label label, Node to, Rank rank) {
        extend(label, to, rank);
        for (Label there = meets ? labels.at(to) : null; there != null; there = there.next()) {
            consider(there);
        }
    }

    /**
     * Notes the chain where a way is known from its end to the target. To be called for chains in their turn and where
     * the reach has arrived only: which others are there differs from store to store, by how many nodes are read at once.
     */
    private void consider(Label label) {
        Label way = reach.way(label.node(), hopsLeft(label));
        if (way != null) {
            Rank rank = label.rank().plus(ground.toll(label.node())).plus(way.rank());
            Meeting before = met;
            int better = before == null ? -1 : rank.compareTo(before.rank());
            if (better < 0 || before != null && better == 0 && Label.compareChains(label, before.head()) < 0) {
                met = new Meeting(rank, label, way);
            }
        }
    }

    private final class Open extends Frontier {

        Open() {
            super(Probe::compareEquals);
        }

        @Override
        void extend(Label chain) {
            Steps steps = chain.steps();
            if (steps != null) {
                Probe.this.extend(chain, steps.to(chain.ahead()), chain.rankAhead());
            }
        }

        @Override
        @Nullable
        Rank completion() {
            return reach.edge();
        }
    }
}
