package org.ficelle.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Footing;
import org.ficelle.model.Footing.Route;
import org.ficelle.model.Footing.Support;
import org.ficelle.model.Footing.Withdrawal;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.Path;
import org.jspecify.annotations.Nullable;

/** Finds out what a tie hangs on, by searching again without each thing that lies behind its best path. */
final class Withdrawals {

    private final Surroundings surroundings;
    private final Function<Rules, Ground> grounds;
    private final Rules rules;

    /** @param grounds the ground under the given rules */
    Withdrawals(Surroundings surroundings, Function<Rules, Ground> grounds, Rules rules) {
        this.surroundings = surroundings;
        this.grounds = grounds;
        this.rules = rules;
    }

    /**
     * Something that can be withdrawn.
     *
     * @param hop the only hop that it can change, and only for the worse; absent when it may change anything
     */
    private record Candidate(
            Support support, String id, @Nullable Hop hop) {}

    /** What becomes of the tie without each thing behind the path, which is the best one. */
    Footing footing(Path best) {
        surroundings.budget().hasten();
        Route present = new Route(best.strength(), entities(best));
        List<Withdrawal> withdrawals = new ArrayList<>();
        List<Candidate> candidates = candidates(best);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            try {
                Route next = without(candidate, present);
                if (!present.equals(next)) {
                    withdrawals.add(new Withdrawal(candidate.support(), candidate.id(), next));
                }
            } catch (Budget.Spent spent) {
                return new Footing(withdrawals, candidates.size() - i);
            }
        }
        return new Footing(withdrawals, 0);
    }

    /** The best path that is left; absent when none is. */
    private @Nullable Route without(Candidate candidate, Route present) {
        Ground ground = grounds.apply(
                candidate.support() == Support.ENTITY
                        ? rules.withAvoid(with(rules.passage().avoid(), candidate.id()))
                        : rules.withWithout(with(rules.evidence().without(), candidate.id())));
        Hop hop = candidate.hop();
        if (hop != null && stands(hop, ground)) {
            return present;
        }
        Routes routes = new Routes(ground);
        routes.search(1);
        return routes.found().isEmpty() ? null : route(routes.found().get(0));
    }

    /** Whether the hop is as strong as it was. */
    private boolean stands(Hop hop, Ground ground) {
        List<Link> left = ground.between(surroundings.node(hop.from()), surroundings.node(hop.to()));
        return !left.isEmpty()
                && Strength.of(left.get(0).strength())
                                .compareTo(Strength.of(hop.link().strength()))
                        == 0;
    }

    private static Route route(Label chain) {
        return new Route(
                chain.rank().strength().exact().doubleValue(),
                chain.nodes().stream().map(Node::id).toList());
    }

    private static List<String> entities(Path path) {
        return Stream.concat(
                        Stream.of(path.hops().get(0).from()),
                        path.hops().stream().map(Hop::to))
                .toList();
    }

    private static Set<String> with(Set<String> ids, String another) {
        Set<String> more = new HashSet<>(ids);
        more.add(another);
        return more;
    }

    /** Everything that the path rests on: sources first, so that they are known before the limits are reached. */
    private List<Candidate> candidates(Path path) {
        Set<String> origins = new TreeSet<>(path.origins());
        Set<String> documents = new TreeSet<>();
        Map<String, Candidate> claims = new TreeMap<>();
        for (Hop hop : path.hops()) {
            for (Link link : links(hop)) {
                for (Claim claim : surroundings.claims(link.backing().claims())) {
                    documents.addAll(sources(claim));
                    claims.putIfAbsent(claim.id(), new Candidate(Support.CLAIM, claim.id(), hop));
                }
                for (Claim claim : surroundings.claims(link.backing().against())) {
                    documents.addAll(sources(claim));
                    claims.put(claim.id(), new Candidate(Support.CLAIM, claim.id(), null));
                }
            }
        }
        documents.removeAll(origins);
        List<Candidate> candidates = new ArrayList<>();
        origins.forEach(id -> candidates.add(new Candidate(Support.ORIGIN, id, null)));
        documents.forEach(id -> candidates.add(new Candidate(Support.DOCUMENT, id, null)));
        entities(path)
                .subList(1, path.hops().size())
                .forEach(id -> candidates.add(new Candidate(Support.ENTITY, id, null)));
        candidates.addAll(claims.values());
        candidates.removeIf(candidate -> rules.evidence().without().contains(candidate.id()));
        return candidates;
    }

    private static List<Link> links(Hop hop) {
        return Stream.concat(Stream.of(hop.link()), hop.parallel().stream()).toList();
    }

    /** The document in which the claim stands, and all that it derives from. */
    private Set<String> sources(Claim claim) {
        Set<String> sources =
                new HashSet<>(surroundings.lineage().ancestors(claim.source().document()));
        sources.add(claim.source().document());
        sources.retainAll(surroundings.documents().keySet());
        return sources;
    }
}
