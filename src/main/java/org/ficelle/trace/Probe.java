package org.ficelle.trace;

import java.util.Comparator;
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
    private boolean cut;

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
        long reachBefore = reach.work();
        long work = 0;
        Label best = null;
        Rank last = worst;
        for (Label label = open.poll(); label != null; label = open.poll()) {
            ground.budget().round();
            if (last != null && label.promise().compareTo(last) > 0) {
                return best;
            }
            if (label.node() == ground.to()) {
                // Of chains that are as good the one that comes first by its entities takes the place of the others.
                best = label;
                last = label.rank();
                continue;
            }
            Rank rest = reach.bound(label.node(), hopsLeft(label));
            if (rest == null) {
                continue;
            }
            if (label.rank().compareWith(rest, label.promise()) > 0) {
                open.add(label, label.rank().plus(rest));
            } else if (reach.work() - reachBefore <= work && !reach.knows(label.node(), hopsLeft(label))) {
                open.add(label, label.promise());
                meet(reach.grow());
            } else {
                work += goOn(label);
            }
        }
        return best;
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
                    extend(label, arrived.from(), label.rankWith(arrived, i));
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
                extend(label, to, label.rankAfter(i));
            }
        }
        open.addAhead(label);
        return 1 + steps.size();
    }

    private void extend(Label label, Node to, Rank rank) {
        Label longer =
                label.comesFrom(to) || label == root && barred.contains(to) ? null : labels.extend(label, to, rank);
        Rank promise = longer == null ? null : promise(longer);
        if (longer != null && promise != null) {
            open.add(longer, promise);
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
