package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The chains that a search has yet to go on from, the most promising first. */
final class Frontier {

    /**
     * A chain to go on from.
     *
     * @param promise no way of completing the chain is better than this
     */
    record Open(Label label, Rank promise) {}

    private final PriorityQueue<Open> queue;

    /** @param equals the order of chains that promise as much as one another */
    Frontier(Comparator<Label> equals) {
        queue = new PriorityQueue<>((one, other) -> {
            int better = one.promise.compareTo(other.promise);
            return better != 0 ? better : equals.compare(one.label, other.label);
        });
    }

    void add(Label label, Rank promise) {
        queue.add(new Open(label, promise));
    }

    /** Takes out the most promising chain; absent when none is left. */
    @Nullable
    Open poll() {
        drop();
        return queue.poll();
    }

    @Nullable
    Open peek() {
        drop();
        return queue.peek();
    }

    boolean isEmpty() {
        return peek() == null;
    }

    private void drop() {
        for (Open top = queue.peek(); top != null && top.label().beaten(); top = queue.peek()) {
            queue.poll();
        }
    }

    /** At most {@code most} of the nodes that come next and are wanted; looks at no more than four times as many. */
    Set<Node> upcoming(int most, Predicate<Node> wanted) {
        Set<Node> nodes = new LinkedHashSet<>();
        List<Open> looked = new ArrayList<>();
        while (nodes.size() < most && looked.size() < 4 * most) {
            Open next = poll();
            if (next == null) {
                break;
            }
            looked.add(next);
            if (wanted.test(next.label().node())) {
                nodes.add(next.label().node());
            }
        }
        queue.addAll(looked);
        return nodes;
    }
}
