package org.ficelle.model;

import java.util.List;

/**
 * One step of a path.
 *
 * @param from the entity the step leaves
 * @param to the entity it reaches
 * @param link the strongest walked link between the two
 * @param claims that assert the link, in order of document date, then id
 * @param against claims that deny it or could not establish it
 * @param parallel other walked links between the two
 */
public record Hop(String from, String to, Link link, List<Claim> claims, List<Claim> against, List<Link> parallel) {

    public Hop {
        claims = List.copyOf(claims);
        against = List.copyOf(against);
        parallel = List.copyOf(parallel);
    }

    /** Whether the step goes the way the link is asserted, from subject to object. */
    public boolean forward() {
        return from.equals(link.subject());
    }
}
