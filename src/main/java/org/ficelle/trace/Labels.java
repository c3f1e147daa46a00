package org.ficelle.trace;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** For each node the chains found to it of which none makes another useless. */
final class Labels {

    private final boolean hopsCount;
    private final Comparator<Label> order;
    private @Nullable Label[] byNode = new Label[64];

    /**
     * @param hopsCount whether a chain is of use that is no better than another but shorter
     * @param order the better first
     */
    Labels(boolean hopsCount, Comparator<Label> order) {
        this.hopsCount = hopsCount;
        this.order = order;
    }

    /** The chain with another hop, which gives it the rank; absent when some other chain to the node beats it. */
    @Nullable
    Label extend(Label chain, Node node, Rank rank) {
        for (Label other = at(node); other != null; other = other.next()) {
            // Decides most cases without making a label.
            if ((!hopsCount || other.hops() <= rank.hops()) && other.rank().compareTo(rank) < 0) {
                return null;
            }
        }
        Label longer = new Label(node, chain, rank);
        return offer(longer) ? longer : null;
    }

    /** Keeps the label unless another beats it, and drops those that it beats. Whether it was kept. */
    boolean offer(Label label) {
        Label first = at(label.node());
        for (Label other = first; other != null; other = other.next()) {
            if (beats(other, label)) {
                return false;
            }
        }
        Label kept = null;
        for (Label other = first; other != null; ) {
            Label following = other.next();
            if (beats(label, other)) {
                other.beat();
            } else {
                other.before(kept);
                kept = other;
            }
            other = following;
        }
        label.before(kept);
        int index = label.node().index();
        if (index >= byNode.length) {
            byNode = Arrays.copyOf(byNode, Math.max(2 * byNode.length, index + 1));
        }
        byNode[index] = label;
        return true;
    }

    private boolean beats(Label one, Label other) {
        return (!hopsCount || one.hops() <= other.hops()) && order.compare(one, other) <= 0;
    }

    /** One of the labels of the node, which leads to the others; absent when there is none. */
    @Nullable
    Label at(Node node) {
        return node.index() < byNode.length ? byNode[node.index()] : null;
    }
}
