package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Comparator;
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
    private final Routes routes;

    /**
     * @param grounds the ground under the given rules
     * @param routes the paths there are, the best of them found
     */
    Withdrawals(Surroundings surroundings, Function<Rules, Ground> grounds, Rules rules, Routes routes) {
        this.surroundings = surroundings;
        this.grounds = grounds;
        this.rules = rules;
        this.routes = routes;
    }

    /**
     * Something that can be withdrawn.
     *
     * @param hop the only hop that it can change; absent when that is unknown
     */
    private record Candidate(
            Support support, String id, @Nullable Hop hop) {}

    /** What becomes of the tie without each thing behind the path, which is the best one. */
    Footing footing(Path best) {
        surroundings.budget().hasten();
        Route present = new Route(best.strength(), entities(best));
        List<Withdrawal> withdrawals = new ArrayList<>();
        List<Candidate> candidates = candidates(best);
        int examined = 0;
        try {
            for (Candidate candidate : candidates) {
                Route next = without(candidate, present);
                if (!isSame(present, next)) {
                    withdrawals.add(new Withdrawal(candidate.support(), candidate.id(), next));
                }
                examined++;
            }
        } catch (Budget.Spent spent) {
            // What is not known by now is counted.
        }
        withdrawals.sort(Comparator.comparing(Withdrawal::support));
        return new Footing(withdrawals, candidates.size() - examined);
    }

    /** Spelt out, because Java makes the comparison of a record at every start. */
    private static boolean isSame(Route one, @Nullable Route other) {
        return other != null
                && one.strength() == other.strength()
                && one.entities().equals(other.entities());
    }

    /** The best path that is left; absent when none is. */
    private @Nullable Route without(Candidate candidate, Route present) {
        Ground ground = grounds.apply(
                candidate.support() == Support.ENTITY
                        ? rules.withAvoid(with(rules.passage().avoid(), candidate.id()))
                        : rules.withWithout(with(rules.evidence().without(), candidate.id())));
        Hop hop = candidate.hop();
        if (hop != null
                && strength(hop, ground).compareTo(Strength.of(hop.link().strength())) == 0) {
            return present;
        }
        if (!weakens(candidate, ground)) {
            return best(new Routes(ground));
        }
        Known known = known(candidate, ground);
        return known.proven() ? known.best() : best(new Routes(ground, routes));
    }

    private static @Nullable Route best(Routes left) {
        left.search(1);
        return left.found().isEmpty() ? null : route(left.found().get(0));
    }

    /** Whether no way is better without it. A document may hold denials of anything; a claim, what draws a denial. */
    private boolean weakens(Candidate candidate, Ground ground) {
        Hop hop = candidate.hop();
        return candidate.support() == Support.ENTITY
                || hop != null
                        && strength(hop, ground)
                                        .compareTo(Strength.of(hop.link().strength()))
                                < 0;
    }

    /**
     * The best of the known paths as they are then.
     *
     * @param best absent when none is left
     * @param proven whether no other path can be better
     */
    private record Known(@Nullable Route best, boolean proven) {}

    private Known known(Candidate candidate, Ground ground) {
        Label best = null;
        for (Label chain : routes.found()) {
            Label now = now(chain, candidate, ground);
            if (now != null && (best == null || now.compareTo(best) < 0)) {
                best = now;
            }
            // Those that follow were no better before, and are no better now.
            if (now != null && best != null && now.rank().compareTo(chain.rank()) == 0) {
                return new Known(route(best), true);
            }
        }
        return new Known(
                best == null ? null : route(best),
                routes.found().size() < rules.bounds().k());
    }

    /** The chain as it is without the candidate; absent when it falls. */
    private static @Nullable Label now(Label chain, Candidate candidate, Ground ground) {
        List<Node> nodes = chain.nodes();
        Label now = new Label(nodes.get(0), null, Rank.START);
        for (int i = 1; i < nodes.size(); i++) {
            if (candidate.support() == Support.ENTITY && nodes.get(i).id().equals(candidate.id())) {
                return null;
            }
            List<Link> left = ground.between(nodes.get(i - 1), nodes.get(i));
            if (left.isEmpty()) {
                return null;
            }
            now = new Label(nodes.get(i), now, now.rank().plus(left.get(0).strength(), 0));
        }
        return now;
    }

    /** How strong the hop is on the ground; nothing when it is not there. */
    private Strength strength(Hop hop, Ground ground) {
        List<Link> left = ground.between(surroundings.node(hop.from()), surroundings.node(hop.to()));
        return Strength.of(left.isEmpty() ? 0 : left.get(0).strength());
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

    /** Everything that the path rests on, first what takes the least work to examine. */
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
