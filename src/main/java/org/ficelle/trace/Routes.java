package org.ficelle.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The best chains between the two ends that visit no entity twice, in order. After Yen and Lawler: the chains not yet
 * given are divided by where they leave one that was given, and of each part the best is searched.
 *
 * <p>Each is first searched as if any number of hops were allowed, which takes one chain to each node. When the best is
 * too long, it is searched again with the best chain of every number of hops.
 */
final class Routes {

    /**
     * The best chain of a part.
     *
     * @param root how every chain of the part begins
     * @param barred the nodes that none of them visits next
     */
    private record Candidate(Label best, Label root, Set<Node> barred) {}

    private final Ground ground;

    /** Of the best ways, however many hops they have. */
    private final Reach loose;

    /** Of the best ways for every number of hops; absent before they are needed. */
    private @Nullable Reach strict;

    private final @Nullable Reach strictFloor;
    private final List<Label> found = new ArrayList<>();
    private final PriorityQueue<Candidate> candidates =
            new PriorityQueue<>((one, other) -> one.best().compareTo(other.best()));
    private boolean cut;

    Routes(Ground ground) {
        this.ground = ground;
        this.loose = new Reach(ground, false, null);
        this.strictFloor = null;
    }

    /** @param better routes found where every way is at least as good, which spare this search a part of the work */
    Routes(Ground ground, Routes better) {
        this.ground = ground;
        this.loose = new Reach(ground, false, better.loose);
        this.strictFloor = better.strict;
    }

    /** Searches the {@code k} best. Throws {@link Budget.Spent} when the limits of the search are reached. */
    void search(int k) {
        divide(new Label(ground.from(), null, Rank.START), Set.of(), k);
        while (found.size() < k) {
            Candidate next = candidates.poll();
            if (next == null) {
                return;
            }
            found.add(next.best());
            if (found.size() == k) {
                return;
            }
            List<Label> chain = next.best().chain();
            for (int i = next.root().hops(); i < chain.size() - 1; i++) {
                Set<Node> barred = i == next.root().hops() ? new HashSet<>(next.barred()) : new HashSet<>();
                barred.add(chain.get(i + 1).node());
                divide(chain.get(i), barred, k);
            }
        }
    }

    /**
     * One that breaks the fewest rules; absent when there is none that is as good as {@code worst}. Throws
     * {@link Budget.Spent} when the limits of the search are reached.
     *
     * @param worst absent when any will do
     * @return its nodes, from the beginning to the end
     */
    @Nullable
    List<Node> lightest(@Nullable Rank worst) {
        Label root = new Label(ground.from(), null, Rank.START);
        List<Node> any = new Probe(ground, loose, false, root, Set.of()).lightest(worst);
        return any == null || any.size() - 1 <= ground.maxHops()
                ? any
                : new Probe(ground, strict(), true, root, Set.of()).lightest(worst);
    }

    private void divide(Label root, Set<Node> barred, int k) {
        Label best = best(root, barred, worst(k));
        if (best != null) {
            candidates.add(new Candidate(best, root, barred));
        }
    }

    private @Nullable Label best(Label root, Set<Node> barred, @Nullable Rank worst) {
        Label any = new Probe(ground, loose, false, root, barred).best(worst);
        if (any == null || any.hops() <= ground.maxHops()) {
            return any;
        }
        Reach reach = strict();
        Probe search = new Probe(ground, reach, true, root, barred);
        Label best = search.best(worst);
        cut |= search.cut() || reach.cut();
        return best;
    }

    private Reach strict() {
        Reach known = strict;
        if (known == null) {
            known = new Reach(ground, true, strictFloor == null ? loose : strictFloor);
            strict = known;
        }
        return known;
    }

    /** The rank beyond which a further candidate could not be among the {@code k} best. */
    private @Nullable Rank worst(int k) {
        int wanted = k - found.size();
        return candidates.size() < wanted
                ? null
                : candidates.stream()
                        .map(Candidate::best)
                        .sorted()
                        .skip(wanted - 1L)
                        .findFirst()
                        .map(Label::rank)
                        .orElse(null);
    }

    /** The best chains, proven so. */
    List<Label> found() {
        return found;
    }

    /** The chains found, then the best of the others that are known, without proof that there is none better. */
    List<Label> known(int k) {
        return Stream.concat(
                        found.stream(), candidates.stream().map(Candidate::best).sorted())
                .limit(k)
                .toList();
    }

    /** Whether the bound on hops has kept the search from going on somewhere. */
    boolean cut() {
        return cut;
    }
}
