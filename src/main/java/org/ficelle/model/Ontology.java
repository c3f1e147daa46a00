package org.ficelle.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The declared kinds and relations.
 *
 * @param kinds by name, in declared order
 * @param relations by name, in declared order
 * @param priors for each modality the share, 0 to 1, that stands in for an unspecified confidence when paths are ranked
 */
public record Ontology(Map<String, Kind> kinds, Map<String, Relation> relations, Map<Modality, Double> priors) {

    /** Two entities are one. */
    public static final String SAME_AS = "SAME_AS";
    /** Two entities are not one, and no chain of judgements may make them one. */
    public static final String NOT_SAME_AS = "NOT_SAME_AS";
    /** Two entities may be one; never merges them. */
    public static final String POSSIBLY_SAME_AS = "POSSIBLY_SAME_AS";

    public Ontology {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
        priors = Map.copyOf(priors);
    }

    /** The kind of that name; an {@link IllegalArgumentException} when there is none. */
    public Kind kind(String name) {
        return Optional.ofNullable(kinds.get(name)).orElseThrow(() -> new IllegalArgumentException("no kind " + name));
    }

    /** The relation of that name; an {@link IllegalArgumentException} when there is none. */
    public Relation relation(String name) {
        return Optional.ofNullable(relations.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no relation " + name));
    }

    /** The kind whose ids begin with {@code prefix}. */
    public Optional<Kind> kindWithPrefix(String prefix) {
        return kinds.values().stream()
                .filter(kind -> kind.prefix().equals(prefix))
                .findFirst();
    }

    /** The share that stands in for the confidence of an assertion in this modality. */
    public double prior(Modality modality) {
        return Objects.requireNonNullElse(priors.get(modality), 0.0);
    }
}
