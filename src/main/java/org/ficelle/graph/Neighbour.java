package org.ficelle.graph;

import org.ficelle.model.Link;
import org.ficelle.model.Vertex;

/**
 * A link as one of its ends sees it, with what a search needs to know of the other.
 *
 * @param link bare: without what it rests on
 * @param id of the entity at the other end
 */
public record Neighbour(Link link, String id, Stop stop) {

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
}
