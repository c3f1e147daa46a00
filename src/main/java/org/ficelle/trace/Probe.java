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
    private final Reach reach;
    private final Label root;
    private final Set<Node> barred;
    private final Labels labels;
    private final Frontier open = new Frontier(Probe::compareEquals);
    private boolean cut;

    /**
     * @param hopsCount whether shorter chains are of use that are no better than others; without them the search is
     *     quicker, and exact unless it is {@link #cut}
     * @param root the beginning of the chain
     * @param barred nodes that may not come next
     */
    Probe(Ground ground, Reach reach, boolean hopsCount, Label root, Set<Node> barred) {
        this.labels = new Labels(hopsCount, Comparator.naturalOrder());
        this.ground = ground;
        this.reach = reach;
        this.root = root;
        this.barred = barred;
        root.chain().forEach(labels::offer);
        open.add(root, null);
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
    Label best(@Nullable Label worst) {
        long reachBefore = reach.work();
        long work = 0;
        Label best = null;
        Label last = worst;
        for (Label label = open.poll(); label != null; label = open.poll()) {
            ground.budget().round();
            if (last != null && label.promisesLessThan(last)) {
                return best;
            }
            if (label.node() == ground.to()) {
                // Of chains that are as good the one that comes first by its entities takes the place of the others.
                best = label;
                last = label;
                continue;
            }
            Label rest = reach.bound(label.node(), hopsLeft(label));
            if (rest == null) {
                continue;
            }
            if (label.promisesMoreThanWith(rest)) {
                open.add(label, rest);
            } else if (reach.work() - reachBefore <= work && !reach.knows(label.node(), hopsLeft(label))) {
                reach.grow();
                open.add(label, rest);
            } else {
                work += goOn(label);
            }
        }
        return best;
    }

    private int hopsLeft(Label label) {
        return ground.maxHops() - label.hops();
    }

    /** Goes on from the label to its neighbours; returns how many links it looked at. */
    private int goOn(Label label) {
        Node node = label.node();
        if (!ground.fetched(node)) {
            Set<Node> nodes = open.upcoming(ground.batch() - 1, other -> other != node && !ground.fetched(other));
            nodes.add(node);
            ground.fetch(nodes);
        }
        if (!ground.passable(node)) {
            return 1;
        }
        if (hopsLeft(label) == 0) {
            cut = true;
            return 1;
        }
        int toll = ground.toll(node);
        Steps steps = ground.onward(node);
        for (int i = 0; i < steps.size(); i++) {
            Node to = steps.to(i);
            Label longer = label.comesFrom(to) || label == root && barred.contains(to)
                    ? null
                    : labels.extend(label, to, steps.strength(i), steps.toll(i) + toll);
            if (longer != null) {
                Label rest = reach.bound(to, hopsLeft(longer));
                if (rest != null) {
                    open.add(longer, rest);
                }
            }
        }
        return 1 + steps.size();
    }
}
