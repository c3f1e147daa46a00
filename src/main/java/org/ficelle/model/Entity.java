package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the network: an account, a domain, a person, a company.
 *
 * @param id {@code kind-prefix:key}, such as {@code domain:orkhanrza.com}
 * @param kind the name of a kind of the ontology
 * @param name as the documents write it
 * @param aliases other names; they help to find it and never merge it with anything
 * @param description who or what it is; always there for a placeholder
 * @param placeholder whether the documents leave it unnamed
 */
public record Entity(
        String id,
        String kind,
        String name,
        List<String> aliases,
        @Nullable String description,
        boolean placeholder,
        Annotations annotations) {

    public Entity {
        aliases = List.copyOf(aliases);
    }
}
