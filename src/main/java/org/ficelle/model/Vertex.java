package org.ficelle.model;

import java.util.List;

/**
 * An entity as it stands in the graph.
 *
 * @param entity the one that stands for all its members
 * @param members ids of all entities judged to be this one, itself included
 * @param transit whether a path may pass through it, by its kind
 * @param degree how many walkable links it has
 */
public record Vertex(Entity entity, List<String> members, boolean transit, int degree) {

    public Vertex {
        members = List.copyOf(members);
    }

    public String id() {
        return entity.id();
    }
}
