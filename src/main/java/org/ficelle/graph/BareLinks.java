package org.ficelle.graph;

import java.util.HashMap;
import java.util.Map;
import org.ficelle.model.Labelled;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Proposition;
import org.ficelle.model.RelationClass;
import org.neo4j.graphdb.Relationship;

/**
 * Reads links without what they rest on. What all links of a relation have in common is read once: a load writes all of
 * them by one ontology.
 */
final class BareLinks {

    private static final String STATUS = "status";
    private static final String STRENGTH = "strength";
    private static final String[] OWN = {STATUS, STRENGTH};
    private static final String[] COMMON = {"class", "walkable", "weight"};

    private final Map<String, Common> relations = new HashMap<>();
    private final Map<String, LinkStatus> statuses = new HashMap<>();

    private record Common(RelationClass relationClass, boolean walkable, double weight) {}

    Link decode(Relationship link, String subject, String object) {
        String relation = link.getType().name();
        Common common =
                relations.computeIfAbsent(relation, name -> common(new PropertyValues(link.getProperties(COMMON))));
        PropertyValues own = new PropertyValues(link.getProperties(OWN));
        return new Link(
                Proposition.of(subject, relation, object),
                statuses.computeIfAbsent(own.text(STATUS), label -> Labelled.of(LinkStatus.class, label)),
                common.relationClass(),
                common.walkable(),
                common.weight(),
                own.number(STRENGTH),
                Link.Backing.UNREAD);
    }

    private static Common common(PropertyValues properties) {
        return new Common(
                properties.label(RelationClass.class, "class"),
                properties.flag("walkable"),
                properties.number("weight"));
    }
}
