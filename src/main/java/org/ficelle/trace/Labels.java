package org.ficelle.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** For each node the chains found to it of which none is both better and no longer than another. */
final class Labels {

    private final Map<Node, List<Label>> byNode = new HashMap<>();

    /** Keeps the label unless another beats it, and drops those that it beats. Whether it was kept. */
    boolean offer(Label label) {
        List<Label> known = byNode.computeIfAbsent(label.node(), node -> new ArrayList<>(1));
        for (Label other : known) {
            if (other.beats(label)) {
                return false;
            }
        }
        for (Iterator<Label> rest = known.iterator(); rest.hasNext(); ) {
            Label other = rest.next();
            if (label.beats(other)) {
                other.beat();
                rest.remove();
            }
        }
        known.add(label);
        return true;
    }

    List<Label> at(Node node) {
        return byNode.getOrDefault(node, List.of());
    }
}
