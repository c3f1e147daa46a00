package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ficelle.model.Link;
import org.ficelle.model.NoPath;
import org.ficelle.model.NoPath.Blocked;
import org.ficelle.model.NoPath.LeftOut;
import org.ficelle.model.NoPath.Reason;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** Finds out why there is no path, by searching again with rules lifted. */
final class Reasons {

    /** In how many chains blocked entities are looked for, each avoiding those already named where it can. */
    private static final int CHAINS = 8;

    /** Of these several may keep one link out while only one is seen at work. */
    private static final Set<Exclusion> CLAIM_RULES = EnumSet.of(
            Exclusion.AS_OF, Exclusion.DURING, Exclusion.WITHOUT, Exclusion.MIN_CONFIDENCE, Exclusion.STATUS);

    private final Function<Set<Exclusion>, Ground> grounds;
    private final Rules rules;

    /** @param grounds the ground where the given rules are lifted */
    Reasons(Function<Set<Exclusion>, Ground> grounds, Rules rules) {
        this.grounds = grounds;
        this.rules = rules;
    }

    /**
     * Explains a search that found nothing. Throws {@link Budget.Spent} when the limits of the search are reached.
     *
     * @param met the rules that it saw at work
     */
    NoPath explain(Set<Exclusion> met) {
        Ground unblocked = grounds.apply(Exclusion.BLOCKS);
        Chain blocked = lightest(unblocked);
        if (blocked != null) {
            return new NoPath(Reason.BLOCKED, blocks(unblocked, blocked), List.of());
        }
        Chain omitted = lightest(grounds.apply(Exclusion.OMISSIONS));
        if (omitted != null) {
            return new NoPath(Reason.LEFT_OUT, List.of(), leftOut(omitted, met));
        }
        Ground open = grounds.apply(EnumSet.allOf(Exclusion.class));
        Chain both = lightest(open);
        if (both != null) {
            return new NoPath(Reason.BLOCKED, blocks(open, both), List.of(leftOut(both)));
        }
        return new NoPath(Reason.NO_CHAIN, List.of(), List.of());
    }

    /** A chain that is there when rules are lifted, and for each step the rules that it breaks. */
    private record Chain(List<Node> nodes, List<Link> links, List<Set<Exclusion>> broken) {

        /** How many links and entities on it the rules keep out. */
        int breaches(Ground ground) {
            return blockedNodes(ground) + brokenLinks();
        }

        int blockedNodes(Ground ground) {
            return (int)
                    nodes.stream().filter(node -> ground.block(node) != null).count();
        }

        int brokenLinks() {
            return (int) broken.stream().filter(rules -> !rules.isEmpty()).count();
        }
    }

    private static @Nullable Chain lightest(Ground ground) {
        return lightest(ground, null);
    }

    /** @param worst how good it has to be; absent when any will do */
    private static @Nullable Chain lightest(Ground ground, @Nullable Rank worst) {
        List<Node> nodes = new Routes(ground).lightest(worst);
        if (nodes == null) {
            return null;
        }
        List<Link> links = new ArrayList<>();
        List<Set<Exclusion>> broken = new ArrayList<>();
        for (int i = 0; i + 1 < nodes.size(); i++) {
            links.add(ground.link(nodes.get(i), nodes.get(i + 1)));
            broken.add(ground.broken(nodes.get(i), nodes.get(i + 1), links.get(i)));
        }
        return new Chain(nodes, links, broken);
    }

    /**
     * The blocked entities on the best chain, and on further ones that avoid them where they can and break at most one
     * rule more. One without which there is no chain is on every chain, so it is among them.
     */
    private static List<Blocked> blocks(Ground ground, Chain first) {
        List<Blocked> blocks = new ArrayList<>();
        Set<Node> named = new TreeSet<>((one, other) -> one.id().compareTo(other.id()));
        int most = first.breaches(ground) + 1;
        // Blocked entities not yet named are only on chains that pass through fewer of the named than the first does.
        Rank worst = first.brokenLinks() == 0 ? Ground.worst(first.blockedNodes(ground) - 1, 2) : null;
        Chain chain = first;
        for (int i = 0; i < CHAINS && chain != null && chain.breaches(ground) <= most; i++) {
            int before = named.size();
            ground.look(chain.nodes());
            for (Node node : chain.nodes()) {
                Vertex vertex = node.vertex();
                Exclusion block = ground.block(node);
                if (vertex != null && block != null && named.add(node)) {
                    blocks.add(new Blocked(vertex, block == Exclusion.HUB));
                    ground.name(node);
                }
            }
            if (named.size() == before) {
                break;
            }
            chain = lightest(ground, worst);
        }
        return blocks;
    }

    /** What each rule by itself keeps out; where no rule alone makes the difference, what all keep out together. */
    private List<LeftOut> leftOut(Chain together, Set<Exclusion> met) {
        Set<Exclusion> suspects = EnumSet.copyOf(met);
        if (!Collections.disjoint(met, CLAIM_RULES)) {
            suspects.addAll(CLAIM_RULES);
        }
        suspects.retainAll(Exclusion.OMISSIONS);
        suspects.removeIf(exclusion -> !isSet(exclusion));
        List<LeftOut> alone = new ArrayList<>();
        for (Exclusion exclusion : suspects) {
            Chain chain = lightest(grounds.apply(Set.of(exclusion)));
            if (chain != null) {
                alone.add(leftOut(chain));
            }
        }
        return alone.isEmpty() ? List.of(leftOut(together)) : alone;
    }

    private boolean isSet(Exclusion exclusion) {
        return switch (exclusion) {
            case AS_OF -> rules.evidence().asOf() != null;
            case DURING -> rules.evidence().during() != null;
            case WITHOUT -> !rules.evidence().without().isEmpty();
            case MIN_CONFIDENCE -> rules.evidence().minConfidence() > 0;
            default -> true;
        };
    }

    /** What lets this chain in, all of it needed. */
    private LeftOut leftOut(Chain chain) {
        Set<String> options = new LinkedHashSet<>();
        Set<String> why = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        for (int i = 0; i < chain.links().size(); i++) {
            Link link = chain.links().get(i);
            for (Exclusion exclusion : chain.broken().get(i)) {
                options.add(option(exclusion, link));
                why.add(why(exclusion, link));
                links.add(link.id());
            }
        }
        if (chain.links().size() > rules.bounds().maxHops()) {
            options.add("--max-hops " + chain.links().size());
            why.add("paths have at most " + rules.bounds().maxHops() + " hops");
            chain.links().forEach(link -> links.add(link.id()));
        }
        return new LeftOut(String.join(" and ", options), String.join("; ", why), List.copyOf(links));
    }

    private static String option(Exclusion exclusion, Link link) {
        return switch (exclusion) {
            case RELATION -> "--relation " + link.relation();
            case CLASS -> "--class " + link.relationClass().label();
            case STATUS -> "--status +" + link.status().label();
            case CONTEXT, CANDIDATE -> "--" + exclusion.label();
            case AS_OF -> "a later --as-of";
            case DURING -> "a longer --during";
            case MIN_CONFIDENCE -> "a lower --min-confidence";
            case MAX_HOPS -> "a higher --max-hops";
            case DIRECTION, WITHOUT, AVOIDED, KIND, HUB -> "leaving out --" + exclusion.label();
        };
    }

    private String why(Exclusion exclusion, Link link) {
        return switch (exclusion) {
            case RELATION -> "only the relations asked for are walked";
            case CLASS -> "only the classes of relations asked for are walked";
            case STATUS -> "links that are " + link.status().label() + " are not walked";
            case CONTEXT -> "places, roles, topics and other context are not walked";
            case CANDIDATE -> "entities that may be one are not taken for one";
            case DIRECTION -> "links are followed only as asserted";
            case AS_OF -> "only documents published by " + rules.evidence().asOf() + " count";
            case DURING -> "claims whose dates lie outside " + rules.evidence().during() + " do not count";
            case WITHOUT -> "what is taken as withdrawn does not count";
            case MIN_CONFIDENCE -> "assertions of less than " + rules.evidence().minConfidence() + " do not count";
            case MAX_HOPS -> "paths have at most " + rules.bounds().maxHops() + " hops";
            case AVOIDED, KIND, HUB -> "some entities are not passed through";
        };
    }
}
