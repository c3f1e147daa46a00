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

    private final PriorityQueue<Label> queue;

    /** @param equals the order of chains that promise as much as one another */
    Frontier(Comparator<Label> equals) {
        queue = new PriorityQueue<>((one, other) -> {
            int better = one.comparePromise(other);
            return better != 0 ? better : equals.compare(one, other);
        });
    }

    /** @param completion no way of completing the chain is better than with this; absent for nothing */
    void add(Label label, @Nullable Label completion) {
        label.promise(completion);
        queue.add(label);
    }

    /** Takes out the most promising chain; absent when none is left. */
    @Nullable
    Label poll() {
        drop();
        return queue.poll();
    }

    @Nullable
    Label peek() {
        drop();
        return queue.peek();
    }

    boolean isEmpty() {
        return peek() == null;
    }

    private void drop() {
        for (Label top = queue.peek(); top != null && top.beaten(); top = queue.peek()) {
            queue.poll();
        }
    }

    /** At most {@code most} of the nodes that come next and are wanted; looks at no more than four times as many. */
    Set<Node> upcoming(int most, Predicate<Node> wanted) {
        Set<Node> nodes = new LinkedHashSet<>();
        List<Label> looked = new ArrayList<>();
        while (nodes.size() < most && looked.size() < 4 * most) {
            Label next = poll();
            if (next == null) {
                break;
            }
            looked.add(next);
            if (wanted.test(next.node())) {
                nodes.add(next.node());
            }
        }
        queue.addAll(looked);
        return nodes;
    }
}
