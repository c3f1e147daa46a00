package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ficelle.graph.Neighbour;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.model.Link;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;

/**
 * The graph as one search sees it: from each node the strongest walked link to each neighbour. Where rules are lifted,
 * breaking them costs a toll, so that the best chain is one that breaks as few as possible.
 */
final class Ground {

    /**
     * The strongest walked link between two neighbours, and what walking it does to the rank of a chain.
     *
     * @param weighed the link where rules about claims make something else of it than the store has; otherwise absent
     */
    record Step(
            Node from,
            Node to,
            Neighbour neighbour,
            @Nullable Link weighed,
            Rank rank) {

        Link link() {
            return weighed == null ? Weighing.atLeast(neighbour.link(from.id())) : weighed;
        }
    }

    private static final Comparator<Step> BETTER =
            Comparator.comparing(Step::rank).thenComparing(step -> step.link().id());

    private static final int TOLL_OF_A_HOP = 1;
    private static final int TOLL_OF_A_BROKEN_RULE = 1_000;
    private static final int TOLL_OF_A_NAMED_BLOCK = 1_000_000;

    private final Surroundings surroundings;
    private final Gate gate;
    private final Node from;
    private final Node to;
    private final Set<Node> fetched = new HashSet<>();
    private final Set<Node> named = new HashSet<>();
    private boolean deadEnds;
    private final Map<Node, List<Step>> outward = new HashMap<>();
    private final Map<Node, List<Step>> inward = new HashMap<>();
    private final Map<Exclusion, Integer> leftOut = new EnumMap<>(Exclusion.class);

    Ground(Surroundings surroundings, Ontology ontology, Rules rules, Set<Exclusion> lifted, Node from, Node to) {
        this.surroundings = surroundings;
        this.gate = new Gate(rules, lifted, new Weighing(surroundings, ontology));
        this.from = from;
        this.to = to;
    }

    Node from() {
        return from;
    }

    Node to() {
        return to;
    }

    Budget budget() {
        return surroundings.budget();
    }

    int batch() {
        return surroundings.batch();
    }

    int maxHops() {
        return gate.lifts(Exclusion.MAX_HOPS)
                ? Rules.MOST_HOPS
                : gate.rules().bounds().maxHops();
    }

    boolean fetched(Node node) {
        return fetched.contains(node);
    }

    /**
     * Reads what is needed to go on from these nodes: the links of those that may be passed. Where nothing more is to be
     * read, nodes not known by then lead nowhere.
     */
    void fetch(Collection<Node> nodes) {
        if (budget().closed()) {
            fetched.addAll(nodes);
            return;
        }
        List<Node> open = new ArrayList<>();
        for (Node node : nodes) {
            if (passable(node)) {
                open.add(node);
            }
        }
        surroundings.read(open);
        gate.prepare(open);
        for (Node node : nodes) {
            count(node);
        }
    }

    private void count(Node node) {
        Exclusion block = fetched.add(node) ? block(node) : null;
        if (block != null) {
            leftOut.merge(block, 1, Integer::sum);
        }
    }

    private boolean isEnd(Node node) {
        return node == from || node == to;
    }

    /** Whether a path may pass through the node, or begin or end there; the node has been met. */
    boolean passable(Node node) {
        if (isEnd(node)) {
            return true;
        }
        Stop stop = node.stop();
        if (stop == null) {
            return false;
        }
        Exclusion block = gate.block(node.id(), stop);
        return block == null || gate.lifts(block);
    }

    /** The rule that bars the node as a passage; absent for the ends. */
    @Nullable
    Exclusion block(Node node) {
        Stop stop = node.stop();
        return isEnd(node) || stop == null ? null : gate.block(node.id(), stop);
    }

    /** What passing through the node costs. */
    int toll(Node node) {
        if (block(node) == null) {
            return 0;
        }
        return named.contains(node) ? TOLL_OF_A_NAMED_BLOCK : TOLL_OF_A_BROKEN_RULE;
    }

    /** Makes passing through the node so dear that it happens only where there is no other way. */
    void name(Node node) {
        named.add(node);
    }

    /** Where a chain that has reached the fetched node can go next. */
    List<Step> onward(Node node) {
        return outward.computeIfAbsent(node, start -> steps(start, false));
    }

    /** From where a chain can have reached the fetched node. */
    List<Step> back(Node node) {
        return gate.rules().ties().directed() ? inward.computeIfAbsent(node, end -> steps(end, true)) : onward(node);
    }

    private List<Step> steps(Node node, boolean back) {
        List<Step> best = new ArrayList<>();
        for (Neighbour neighbour : node.neighbours()) {
            boolean against = neighbour.outward() == back;
            Link weighed = null;
            Set<Exclusion> broken = Set.of();
            if (!gate.letsPass(neighbour, against)) {
                Gate.Verdict verdict = gate.judge(neighbour.link(node.id()), against);
                weighed = verdict.link();
                broken = verdict.exclusions();
                if (weighed == null) {
                    leaveOut(node, neighbour, broken);
                    continue;
                }
            }
            if (isOfNoUse(neighbour)) {
                continue;
            }
            Node other = surroundings.node(neighbour);
            if (other == node) {
                continue;
            }
            double strength = weighed == null ? neighbour.strength() : weighed.strength();
            Step step = new Step(node, other, neighbour, weighed, rank(strength, broken));
            int earlier = other.mark(best, best.size());
            if (earlier < 0) {
                best.add(step);
            } else if (BETTER.compare(step, best.get(earlier)) < 0) {
                best.set(earlier, step);
            }
        }
        return best;
    }

    private void leaveOut(Node node, Neighbour neighbour, Set<Exclusion> exclusions) {
        if (!exclusions.isEmpty()) {
            Node other = surroundings.node(neighbour);
            if (other != node && !outward.containsKey(other) && !inward.containsKey(other)) {
                leftOut.merge(exclusions.iterator().next(), 1, Integer::sum);
            }
        }
    }

    /** Whether no path can go on from the entity, which is not an end: so it need not be read. */
    private boolean isOfNoUse(Neighbour neighbour) {
        Exclusion block = gate.block(neighbour.id(), neighbour.stop());
        boolean blocked = block != null && !gate.lifts(block);
        boolean deadEnd =
                !blocked && gate.walksWalkableOnly() && neighbour.stop().degree() < 2;
        if (!blocked && !deadEnd || is(from, neighbour) || is(to, neighbour)) {
            return false;
        }
        if (blocked) {
            count(surroundings.node(neighbour));
        }
        deadEnds |= deadEnd;
        return true;
    }

    /** Most are told apart by their degree, at less cost than by their ids. */
    private static boolean is(Node end, Neighbour neighbour) {
        Stop stop = end.stop();
        return (stop == null || stop.degree() == neighbour.stop().degree())
                && end.id().equals(neighbour.id());
    }

    /** Whether entities were left unread, which may have links that are not walkable. */
    boolean hasDeadEnds() {
        return deadEnds;
    }

    private Rank rank(double strength, Set<Exclusion> broken) {
        int toll =
                (gate.lifts(Exclusion.MAX_HOPS) ? TOLL_OF_A_HOP : 0) + (broken.isEmpty() ? 0 : TOLL_OF_A_BROKEN_RULE);
        return new Rank(toll, Strength.of(Math.max(strength, Strength.LEAST)), 1);
    }

    /** The links that may be walked from the one fetched node to the other, as weighed, the strongest first. */
    List<Link> between(Node one, Node other) {
        return one.neighbours().stream()
                .filter(neighbour -> neighbour.id().equals(other.id()))
                .map(neighbour -> judge(one, neighbour.link(one.id())).link())
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Link link) -> Strength.of(link.strength()))
                        .reversed()
                        .thenComparing(Link::id))
                .toList();
    }

    /** The rules that the step's link breaks, walked from the node. */
    Set<Exclusion> broken(Node node, Step step) {
        return node.links()
                .filter(link -> link.id().equals(step.link().id()))
                .findFirst()
                .map(link -> judge(node, link).exclusions())
                .orElse(Set.of());
    }

    private Gate.Verdict judge(Node start, Link link) {
        return gate.judge(link, !start.id().equals(link.subject()));
    }

    /** The step from the one node to the other. */
    Step step(Node one, Node other) {
        return onward(one).stream()
                .filter(step -> step.to() == other)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step from " + one + " to " + other));
    }

    /** Looks up the entities of these nodes. */
    void look(Collection<Node> nodes) {
        surroundings.look(nodes);
    }

    /** How many links and entities each rule has kept out so far. */
    Map<Exclusion, Integer> leftOut() {
        return leftOut;
    }
}
