package org.ficelle.trace;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.model.Link;
import org.ficelle.model.Ontology;

/**
 * The graph as one search sees it: from each node the strongest walked link to each neighbour. Where rules are lifted,
 * breaking them costs a toll, so that the best chain is one that breaks as few as possible.
 */
final class Ground {

    /** The strongest walked link between two neighbours, and what walking it does to the rank of a chain. */
    record Step(Node to, Link link, Rank rank) {}

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
        List<Node> open = nodes.stream().filter(this::passable).toList();
        surroundings.read(open);
        gate.prepare(open.stream()
                .flatMap(node -> node.ties().stream())
                .map(Node.Tie::link)
                .toList());
        nodes.stream().filter(fetched::add).forEach(this::count);
    }

    private void count(Node node) {
        block(node).ifPresent(block -> leftOut.merge(block, 1, Integer::sum));
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
        return stop != null && gate.block(node.id(), stop).map(gate::lifts).orElse(true);
    }

    /** The rule that bars the node as a passage; empty for the ends. */
    Optional<Exclusion> block(Node node) {
        Stop stop = node.stop();
        return isEnd(node) || stop == null ? Optional.empty() : gate.block(node.id(), stop);
    }

    /** What passing through the node costs. */
    int toll(Node node) {
        if (block(node).isEmpty()) {
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
        Map<Node, Step> best = new LinkedHashMap<>();
        for (Node.Tie tie : node.ties()) {
            Node other = tie.other();
            if (other == node) {
                continue;
            }
            boolean against = node.id().equals(tie.link().subject()) == back;
            Gate.Verdict verdict = gate.judge(tie.link(), against);
            Link weighed = verdict.link();
            if (weighed != null && isOfNoUse(other)) {
                continue;
            }
            if (weighed != null) {
                Step step = new Step(other, weighed, rank(weighed, verdict));
                best.merge(other, step, (one, two) -> BETTER.compare(one, two) <= 0 ? one : two);
            } else if (!outward.containsKey(other) && !inward.containsKey(other)) {
                verdict.exclusions().stream()
                        .findFirst()
                        .ifPresent(exclusion -> leftOut.merge(exclusion, 1, Integer::sum));
            }
        }
        return List.copyOf(best.values());
    }

    /** Whether no path can go on from the node, which is not an end: so it need not be read. */
    private boolean isOfNoUse(Node node) {
        if (isEnd(node)) {
            return false;
        }
        if (!passable(node)) {
            if (fetched.add(node)) {
                count(node);
            }
            return true;
        }
        Stop stop = node.stop();
        boolean deadEnd = gate.walksWalkableOnly() && stop != null && stop.degree() < 2;
        deadEnds |= deadEnd;
        return deadEnd;
    }

    /** Whether entities were left unread, which may have links that are not walkable. */
    boolean hasDeadEnds() {
        return deadEnds;
    }

    private Rank rank(Link weighed, Gate.Verdict verdict) {
        int toll = (gate.lifts(Exclusion.MAX_HOPS) ? TOLL_OF_A_HOP : 0)
                + (verdict.exclusions().isEmpty() ? 0 : TOLL_OF_A_BROKEN_RULE);
        return new Rank(toll, Strength.of(weighed.strength()), 1);
    }

    /** The links that may be walked from the one fetched node to the other, as weighed, the strongest first. */
    List<Link> between(Node one, Node other) {
        return one.ties().stream()
                .filter(tie -> tie.other() == other)
                .map(tie -> judge(one, tie.link()).link())
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Link link) -> Strength.of(link.strength()))
                        .reversed()
                        .thenComparing(Link::id))
                .toList();
    }

    /** The rules that the step's link breaks, walked from the node. */
    Set<Exclusion> broken(Node node, Step step) {
        return node.ties().stream()
                .map(Node.Tie::link)
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
