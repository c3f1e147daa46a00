package org.ficelle.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposition that at least one claim asserts, as it is drawn between two entities. Computed from claims, never
 * typed in.
 *
 * @param proposition with an object; subject and object are the ids that stand for merged entities
 * @param walkable whether its relation may be walked unless options say otherwise
 * @param weight of its relation, 0 to 1
 * @param strength weight × confidence of its strongest asserting claim, halved where contested; it orders answers and
 *     is no probability
 */
public record Link(
        Proposition proposition,
        LinkStatus status,
        RelationClass relationClass,
        boolean walkable,
        double weight,
        double strength,
        Backing backing) {

    /**
     * What a link rests on; ids in ascending order.
     *
     * @param claims ids of the claims that assert it
     * @param against ids of the claims that deny it or could not establish it
     * @param origins ids of the documents where the asserted information started
     * @param documents ids of the documents in which the asserting claims stand
     * @param from the earliest day the claims speak of
     * @param until the latest day the claims speak of
     */
    public record Backing(
            List<String> claims,
            List<String> against,
            List<String> origins,
            List<String> documents,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** What stands in where it was not read. */
        public static final Backing UNREAD = new Backing(List.of(), List.of(), List.of(), List.of(), null, null);

        public Backing {
            claims = List.copyOf(claims);
            against = List.copyOf(against);
            origins = List.copyOf(origins);
            documents = List.copyOf(documents);
        }
    }

    public Link {
        if (proposition.object() == null) {
            throw new IllegalArgumentException("a link joins two entities");
        }
    }

    /** The link as it is, resting on this. */
    public Link with(Backing read) {
        return new Link(proposition, status, relationClass, walkable, weight, strength, read);
    }

    /** Whether what it rests on was not read: every link rests on some claim. */
    public boolean isBare() {
        return backing.claims().isEmpty();
    }

    /** The proposition's id. */
    public String id() {
        return proposition.id();
    }

    public String subject() {
        return proposition.subject();
    }

    public String relation() {
        return proposition.relation();
    }

    /** The object's entity id. */
    public String object() {
        String object = proposition.object();
        if (object == null) {
            throw new IllegalStateException("a link joins two entities");
        }
        return object;
    }

    /** The end that is not {@code entity}; the same entity when the link joins it to itself. */
    public String otherEnd(String entity) {
        return entity.equals(subject()) ? object() : subject();
    }
}
