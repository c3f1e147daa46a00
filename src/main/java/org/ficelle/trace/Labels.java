package org.ficelle.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each node the chains found to it of which none makes another useless. */
final class Labels {

    private final boolean hopsCount;
    private final Comparator<Label> order;
    private final Map<Node, Label> byNode = new HashMap<>();

    /**
     * @param hopsCount whether a chain is of use that is no better than another but shorter
     * @param order the better first
     */
    Labels(boolean hopsCount, Comparator<Label> order) {
        this.hopsCount = hopsCount;
        this.order = order;
    }

    /** Keeps the label unless another beats it, and drops those that it beats. Whether it was kept. */
    boolean offer(Label label) {
        Label first = byNode.get(label.node());
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
        byNode.put(label.node(), label);
        return true;
    }

    private boolean beats(Label one, Label other) {
        return (!hopsCount || one.hops() <= other.hops()) && order.compare(one, other) <= 0;
    }

    /** One of the labels of the node, which leads to the others; absent when there is none. */
    @Nullable
    Label at(Node node) {
        return byNode.get(node);
    }
}
