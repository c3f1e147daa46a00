package org.ficelle.graph;

/**
 * Numbers for what neighbours are told by: entities, and the sorts of links and the stops that many have in common. They
 * take less room than names, and less time to compare. Threads may share it.
 */
public final class Numbering {

    private final Numbered<String> entities = new Numbered<>();
    private final Numbered<Neighbour.Sort> sorts = new Numbered<>();
    private final Numbered<Neighbour.Stop> stops = new Numbered<>();

    /** The number of an entity by its id, whether or not there is one. */
    public int number(String id) {
        return entities.number(id);
    }

    int number(Neighbour.Sort sort) {
        return sorts.number(sort);
    }

    int number(Neighbour.Stop stop) {
        return stops.number(stop);
    }

    /** The id of the entity with the number. */
    public String id(int number) {
        return entities.at(number);
    }

    /** The sort of links with the number. */
    public Neighbour.Sort sort(int number) {
        return sorts.at(number);
    }

    /** The stop with the number. */
    public Neighbour.Stop stop(int number) {
        return stops.at(number);
    }
}
