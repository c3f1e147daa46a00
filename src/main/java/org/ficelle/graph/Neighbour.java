package org.ficelle.graph;

import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Proposition;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;

/**
 * A link without what it rests on, as one of its ends sees it, with what a search needs to know of the other.
 *
 * @param outward whether the link begins at the end that sees it
 * @param strength of the link, 0 to 1
 * @param id of the entity at the other end
 */
public record Neighbour(Relation relation, boolean outward, LinkStatus status, double strength, String id, Stop stop) {

    /** What all links of a relation have in common: a load writes all of them by one ontology. */
    public record Relation(String name, RelationClass relationClass, boolean walkable, double weight) {}

    /** What many links have in common, as one of their ends sees them. */
    public record Sort(Relation relation, boolean outward, LinkStatus status) {}

    /**
     * What decides whether a path may pass through an entity.
     *
     * @param transit whether it may, by its kind
     * @param degree how many walkable links it has
     */
    public record Stop(String kind, boolean transit, int degree) {

        public static Stop of(Vertex vertex) {
            return new Stop(vertex.entity().kind(), vertex.transit(), vertex.degree());
        }
    }

    /** The link as the entity {@code own} sees it. */
    public static Neighbour of(Link link, String own, String other, Stop stop) {
        return new Neighbour(
                new Relation(link.relation(), link.relationClass(), link.walkable(), link.weight()),
                link.subject().equals(own),
                link.status(),
                link.strength(),
                other,
                stop);
    }

    /**
     * The bare link.
     *
     * @param own id of the entity that sees it so
     */
    public Link link(String own) {
        return new Link(
                Proposition.of(outward ? own : id, relation.name(), outward ? id : own),
                status,
                relation.relationClass(),
                relation.walkable(),
                relation.weight(),
                strength,
                Link.Backing.UNREAD);
    }
}
