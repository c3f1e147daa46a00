package org.ficelle.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relation, from the ontology.
 *
 * @param name the Neo4j relationship type, UPPER_SNAKE
 * @param ends what it may join
 * @param walkable whether a path may use it unless options say otherwise
 * @param weight 0 to 1: how much a tie of this sort carries
 * @param reads from subject to object, such as "hosted on"
 * @param inverse from object to subject, such as "hosts"
 */
public record Relation(
        String name,
        Ends ends,
        RelationClass relationClass,
        boolean walkable,
        double weight,
        String reads,
        @Nullable String inverse,
        @Nullable String stix,
        @Nullable String ftm,
        String description) {

    /**
     * What a relation may join.
     *
     * @param from kinds of the subject; empty for any
     * @param to kinds of the object; empty for any, unless there is a value
     * @param value the type of the value where the relation takes no object
     * @param sameKind whether subject and object must be of one kind
     */
    public record Ends(
            Set<String> from, Set<String> to, @Nullable ValueType value, boolean sameKind) {

        public Ends {
            from = Set.copyOf(from);
            to = Set.copyOf(to);
        }

        /** Whether an entity of this kind may be the subject. */
        public boolean allowsSubject(String kind) {
            return from.isEmpty() || from.contains(kind);
        }

        /** Whether an entity of this kind may be the object. */
        public boolean allowsObject(String kind) {
            return value == null && (to.isEmpty() || to.contains(kind));
        }
    }
}
