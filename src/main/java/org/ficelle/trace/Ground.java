package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ficelle.graph.Neighbour.Stop;
import org.ficelle.graph.Neighbours;
import org.ficelle.model.Link;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;

/**
 * The graph as one search sees it: from each node the strongest walked link to each neighbour. Where rules are lifted,
 * breaking them costs a toll, so that the best chain is one that breaks as few as possible.
 */
final class Ground {

    private static final int OUTWARD = 0;
    private static final int INWARD = 1;

    /** How many links it takes as long to look at as to read a node. */
    private static final int COST_OF_A_NODE = 32;

    /** What is blocked tends to have many links, of which its degree counts only some. */
    private static final int COST_OF_A_BLOCK = 1_000;

    private static final int TOLL_OF_A_HOP = 1;
    private static final int TOLL_OF_A_BROKEN_RULE = 1_000;
    private static final int TOLL_OF_A_NAMED_BLOCK = 1_000_000;

    private final Surroundings surroundings;
    private final Gate gate;
    private final Node from;
    private final Node to;
    private final BitSet fetched = new BitSet();
    private final Set<Node> named = new HashSet<>();
    private final boolean tolled;
    private boolean deadEnds;
    /** The steps from nodes and to them, by the numbers of nodes; absent before they were asked for. */
    private final @Nullable Steps[][] known = {new Steps[64], new Steps[64]};

    private final int[] leftOut = new int[Exclusion.values().length];

    /** By the numbers of stops; absent before they were met, and always where it matters which entity it is. */
    private @Nullable Use[] uses = new Use[64];

    Ground(Surroundings surroundings, Ontology ontology, Rules rules, Set<Exclusion> lifted, Node from, Node to) {
        this.surroundings = surroundings;
        this.gate = new Gate(rules, lifted, surroundings, new Weighing(surroundings, ontology));
        this.tolled = !Collections.disjoint(lifted, Exclusion.BLOCKS);
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

    int maxHops() {
        return gate.lifts(Exclusion.MAX_HOPS)
                ? Rules.MOST_HOPS
                : gate.rules().bounds().maxHops();
    }

    private boolean fetched(Node node) {
        return fetched.get(node.index());
    }

    /**
     * Reads what is needed to go on from the node, its links if it may be passed; where asking for many at once takes no
     * longer, also what is needed for others that come next. Where nothing more is to be read, nodes not known by then
     * lead nowhere.
     */
    void fetch(Node node, Frontier frontier) {
        if (fetched(node)) {
            return;
        }
        if (budget().closed()) {
            fetched.set(node.index());
            return;
        }
        int others = surroundings.batch() - 1;
        if (others == 0) {
            fetch(List.of(node));
            return;
        }
        Set<Node> nodes = frontier.upcoming(others, other -> other != node && !fetched(other));
        nodes.add(node);
        fetch(nodes);
    }

    private void fetch(Collection<Node> nodes) {
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
        Exclusion block = fetched(node) ? null : block(node);
        fetched.set(node.index());
        if (block != null) {
            leftOut[block.ordinal()]++;
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
        Exclusion block = block(node);
        return block == null || gate.lifts(block);
    }

    /** The rule that bars the node as a passage; absent for the ends. */
    @Nullable
    Exclusion block(Node node) {
        Stop stop = node.stop();
        return isEnd(node) || stop == null ? null : gate.block(gate.namesEntities() ? node.id() : "", stop);
    }

    /** What passing through the node costs. */
    int toll(Node node) {
        if (!tolled || block(node) == null) {
            return 0;
        }
        return named.contains(node) ? TOLL_OF_A_NAMED_BLOCK : TOLL_OF_A_BROKEN_RULE;
    }

    /** The worst chain that goes through so many named entities and breaks rules in so many other places. */
    static Rank worst(int named, int others) {
        return Rank.worst(named * TOLL_OF_A_NAMED_BLOCK + (others + 1) * TOLL_OF_A_BROKEN_RULE - 1);
    }

    /** Makes passing through the node so dear that it happens only where there is no other way. */
    void name(Node node) {
        named.add(node);
    }

    /** What going on from the node is likely to cost, in links looked at. */
    int cost(Node node) {
        return COST_OF_A_NODE + node.degree() + (toll(node) > 0 ? COST_OF_A_BLOCK : 0);
    }

    /** What going on from the node has cost. */
    int cost(Steps steps) {
        return COST_OF_A_NODE + steps.size();
    }

    /** Where a chain that has reached the fetched node can go next. */
    Steps onward(Node node) {
        return known(node, OUTWARD);
    }

    /** From where a chain can have reached the fetched node. */
    Steps back(Node node) {
        return known(node, gate.rules().ties().directed() ? INWARD : OUTWARD);
    }

    private Steps known(Node node, int way) {
        if (node.index() >= known[way].length) {
            known[way] = Arrays.copyOf(known[way], 2 * node.index());
        }
        Steps steps = known[way][node.index()];
        if (steps == null) {
            steps = steps(node, way == INWARD);
            known[way][node.index()] = steps;
        }
        return steps;
    }

    private Steps steps(Node node, boolean back) {
        Neighbours links = node.neighbours();
        Steps steps = new Steps(surroundings, node);
        for (int i = 0; i < links.size(); i++) {
            Gate.Verdict verdict = gate.judge(node, links, i, back);
            if (!verdict.walked()) {
                leaveOut(node, links.entity(i), verdict.exclusions());
            } else if (links.entity(i) != node.number() && isOfUse(links, i)) {
                steps.add(i, verdict.weighed(), toll(verdict.exclusions()));
            }
        }
        steps.sort();
        return steps;
    }

    private int toll(Set<Exclusion> broken) {
        return (gate.lifts(Exclusion.MAX_HOPS) ? TOLL_OF_A_HOP : 0) + (broken.isEmpty() ? 0 : TOLL_OF_A_BROKEN_RULE);
    }

    private void leaveOut(Node node, int entity, Set<Exclusion> exclusions) {
        if (!exclusions.isEmpty() && entity != node.number()) {
            Node other = surroundings.known(entity);
            if (other == null || !isKnown(other, OUTWARD) && !isKnown(other, INWARD)) {
                leftOut[exclusions.iterator().next().ordinal()]++;
            }
        }
    }

    private boolean isKnown(Node node, int way) {
        return node.index() < known[way].length && known[way][node.index()] != null;
    }

    /** What a path can make of an entity that is not an end. */
    private enum Use {
        PASSED,
        BLOCKED,
        DEAD_END
    }

    /** Whether a path can go on from the entity at the other end of the link, or end there: if not, it need not be read. */
    private boolean isOfUse(Neighbours links, int link) {
        Use use = use(links, link);
        int entity = links.entity(link);
        if (use == Use.PASSED || entity == from.number() || entity == to.number()) {
            return true;
        }
        if (use == Use.BLOCKED) {
            count(surroundings.node(links, link));
        }
        deadEnds |= use == Use.DEAD_END;
        return false;
    }

    private Use use(Neighbours links, int link) {
        int stop = links.stop(link);
        if (gate.namesEntities()) {
            return use(
                    surroundings.numbering().id(links.entity(link)),
                    surroundings.numbering().stop(stop));
        }
        if (stop >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * stop);
        }
        Use known = uses[stop];
        if (known == null) {
            known = use("", surroundings.numbering().stop(stop));
            uses[stop] = known;
        }
        return known;
    }

    private Use use(String id, Stop stop) {
        Exclusion block = gate.block(id, stop);
        if (block != null && !gate.lifts(block)) {
            return Use.BLOCKED;
        }
        return gate.walksWalkableOnly() && stop.degree() < 2 ? Use.DEAD_END : Use.PASSED;
    }

    /** Whether entities were left unread, which may have links that are not walkable. */
    boolean hasDeadEnds() {
        return deadEnds;
    }

    /** The links that may be walked from the one fetched node to the other, as weighed, the strongest first. */
    List<Link> between(Node one, Node other) {
        Neighbours links = one.neighbours();
        List<Link> between = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            if (links.entity(i) == other.number()) {
                Link bare = links.get(i).link(one.id());
                Link walked = judge(one, bare).of(bare);
                if (walked != null) {
                    between.add(walked);
                }
            }
        }
        between.sort(Comparator.comparing((Link link) -> Strength.of(link.strength()))
                .reversed()
                .thenComparing(Link::id));
        return between;
    }

    /** The rules that this link breaks, walked from the one node to the other, of which one at least was fetched. */
    Set<Exclusion> broken(Node one, Node other, Link link) {
        Node read = fetched(one) ? one : other;
        int far = (read == one ? other : one).number();
        Neighbours links = read.neighbours();
        for (int i = 0; i < links.size(); i++) {
            Link bare = links.entity(i) == far ? links.get(i).link(read.id()) : null;
            if (bare != null && bare.id().equals(link.id())) {
                return judge(one, bare).exclusions();
            }
        }
        return Set.of();
    }

    private Gate.Verdict judge(Node start, Link link) {
        return gate.judge(link, !start.id().equals(link.subject()));
    }

    /** The link that is walked from the one node to the other, of which one at least was fetched. */
    Link link(Node one, Node other) {
        return fetched(one) ? onward(one).to(other) : back(other).to(one);
    }

    /** Looks up the entities of these nodes. */
    void look(Collection<Node> nodes) {
        surroundings.look(nodes);
    }

    /** How many links and entities each rule has kept out so far. */
    Map<Exclusion, Integer> leftOut() {
        Map<Exclusion, Integer> some = new EnumMap<>(Exclusion.class);
        for (Exclusion exclusion : Exclusion.values()) {
            if (leftOut[exclusion.ordinal()] > 0) {
                some.put(exclusion, leftOut[exclusion.ordinal()]);
            }
        }
        return some;
    }
}
