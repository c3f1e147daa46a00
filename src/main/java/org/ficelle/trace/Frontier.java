package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The chains that a search has yet to go on from, the most promising first. Of the chains that it has gone on from, each
 * is extended by its best step only, and by the next one when that is its turn.
 */
abstract class Frontier {

    private final Heap queue;
    private final Heap settled = new Heap((one, other) -> one.rankAhead().compareTo(other.rankAhead()));

    /** @param equals the order of chains that promise as much as one another */
    Frontier(Comparator<Label> equals) {
        queue = new Heap((one, other) -> {
            int better = one.promise().compareTo(other.promise());
            return better != 0 ? better : equals.compare(one, other);
        });
    }

    /** Extends a chain by its next step, and adds what comes of it. */
    abstract void extend(Label chain);

    /** With what a chain that is extended just now can be completed at best; absent when with nothing. */
    abstract @Nullable Rank completion();

    /** @param promise no way of completing the chain is better than this */
    void add(Label label, Rank promise) {
        label.promise(promise);
        queue.add(label, promise);
    }

    /** Adds the ways to go on from a settled chain. */
    void addAhead(Label chain) {
        if (chain.hasAhead()) {
            settled.add(chain, chain.rankAhead());
        }
    }

    /** Takes out the most promising chain; absent when none is left. */
    @Nullable
    Label poll() {
        refill();
        return queue.poll();
    }

    @Nullable
    Label peek() {
        refill();
        return queue.peek();
    }

    /** Extends chains until none promises as much that was not extended as the first of the others. */
    private void refill() {
        for (Label first = first(); ; first = first()) {
            Label chain = settled.peek();
            if (chain == null || first != null && !chain.beaten() && isLess(chain, first)) {
                return;
            }
            if (!chain.beaten()) {
                extend(chain);
                chain.advance();
            }
            if (chain.beaten() || !chain.hasAhead()) {
                settled.poll();
            } else {
                settled.lower(chain.rankAhead());
            }
        }
    }

    private boolean isLess(Label chain, Label first) {
        Rank completion = completion();
        return completion == null || chain.rankAhead().compareWith(completion, first.promise()) > 0;
    }

    private @Nullable Label first() {
        Label top = queue.peek();
        while (top != null && top.beaten()) {
            queue.poll();
            top = queue.peek();
        }
        return top;
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
