package org.ficelle.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ficelle.model.Claim;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;

/**
 * Which entities are one. Every asserted {@code SAME_AS} merges its two ends; an asserted {@code NOT_SAME_AS} forbids
 * that any chain of them makes its two ends one.
 */
final class Identity {

    private final SortedMap<String, List<Judgement>> sameAs = new TreeMap<>();
    private final List<Judgement> notSameAs = new ArrayList<>();

    private record Judgement(String one, String other, Location at) {
        Judgement reversed() {
            return new Judgement(other, one, at);
        }
    }

    /** @param claims one for each claim id, in order of the ids */
    Identity(Collection<Located<Claim>> claims) {
        for (Located<Claim> located : claims) {
            Claim claim = located.value();
            if (claim.asserts() && claim.object() != null) {
                Judgement judgement = new Judgement(claim.subject(), claim.object(), located.at());
                if (claim.relation().equals(Ontology.SAME_AS)) {
                    add(judgement);
                    add(judgement.reversed());
                } else if (claim.relation().equals(Ontology.NOT_SAME_AS)) {
                    notSameAs.add(judgement);
                }
            }
        }
    }

    private void add(Judgement judgement) {
        sameAs.computeIfAbsent(judgement.one(), id -> new ArrayList<>()).add(judgement);
    }

    /** For each member of a merge, the smallest id among them. */
    SortedMap<String, String> canonical() {
        SortedMap<String, String> canonical = new TreeMap<>();
        for (String id : sameAs.keySet()) {
            if (!canonical.containsKey(id)) {
                // Ids come in ascending order, so that the first of a set is its smallest.
                reach(id).forEach(member -> canonical.put(member, id));
            }
        }
        return canonical;
    }

    /** Tells of every pair that is judged not the same and made the same by a chain. */
    void check(Consumer<Problem> problems) {
        for (Judgement forbidden : notSameAs) {
            List<Judgement> chain = chain(forbidden.one(), forbidden.other());
            if (!chain.isEmpty()) {
                StringBuilder words = new StringBuilder(forbidden.one());
                chain.forEach(step -> words.append(" = ").append(step.other()).append(" (" + line(step.at()) + ")"));
                problems.accept(Problem.error(
                        forbidden.at(),
                        "contradictory-identity",
                        words + ", but " + forbidden.one() + " ≠ " + forbidden.other() + " (" + line(forbidden.at())
                                + ")",
                        "delete the judgement that is wrong"));
            }
        }
    }

    private Set<String> reach(String start) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Judgement step : sameAs.getOrDefault(open.pop(), List.of())) {
                if (reached.add(step.other())) {
                    open.push(step.other());
                }
            }
        }
        return reached;
    }

    /** The shortest chain of judgements from one to the other; empty when there is none. */
    private List<Judgement> chain(String one, String other) {
        Map<String, Judgement> cameBy = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(one));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && !seen.contains(other)) {
            for (Judgement step : sameAs.getOrDefault(open.remove(), List.of())) {
                if (seen.add(step.other())) {
                    cameBy.put(step.other(), step);
                    open.add(step.other());
                }
            }
        }
        Deque<Judgement> chain = new ArrayDeque<>();
        for (String at = other; cameBy.containsKey(at); at = chain.getFirst().one()) {
            chain.addFirst(Objects.requireNonNull(cameBy.get(at)));
        }
        return List.copyOf(chain);
    }

    private static String line(Location at) {
        return at.file() + ":" + at.line();
    }
}
