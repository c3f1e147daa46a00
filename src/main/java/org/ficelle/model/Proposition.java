package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/**
 * What a claim is about, whatever the stance: a subject, a relation, and either an object or a value. Several claims
 * may speak to one proposition.
 *
 * @param subject an entity id
 * @param relation the name of a relation of the ontology
 * @param object an entity id, absent when there is a value
 * @param value absent when there is an object
 */
public record Proposition(
        String subject,
        String relation,
        @Nullable String object,
        @Nullable Value value) {

    public Proposition {
        if ((object == null) == (value == null)) {
            throw new IllegalArgumentException("a proposition has either an object or a value");
        }
    }

    public static Proposition of(String subject, String relation, String object) {
        return new Proposition(subject, relation, object, null);
    }

    public static Proposition of(String subject, String relation, Value value) {
        return new Proposition(subject, relation, null, value);
    }

    /** {@code subject RELATION object}, or {@code subject RELATION = value}: unique, and what a denial targets. */
    public String id() {
        return subject + " " + relation + " " + (value == null ? object : "= " + value.key());
    }
}
